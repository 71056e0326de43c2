import { serviceName } from '../../ground/service-name.ts'
import type { Sqs } from './sqs.ts'

/** SQS. */
export const sqs = serviceName<Sqs>('sqs')
