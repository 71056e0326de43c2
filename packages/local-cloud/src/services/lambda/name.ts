import { serviceName } from '../../ground/service-name.ts'
import type { Lambda } from './lambda.ts'

export const lambda = serviceName<Lambda>('lambda')
