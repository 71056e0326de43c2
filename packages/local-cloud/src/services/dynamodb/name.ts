import { serviceName } from '../../ground/service-name.ts'
import type { DynamoDb } from './dynamodb.ts'

export const dynamodb = serviceName<DynamoDb>('dynamodb')
