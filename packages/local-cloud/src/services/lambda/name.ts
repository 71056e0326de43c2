import { serviceName } from '../../ground/service-name.ts'
import type { Lambda } from './lambda.ts'

/** Lambda. */
export const lambda = serviceName<Lambda>('lambda')
