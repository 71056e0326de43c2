import { serviceName } from '../../ground/service-name.ts'
import type { Parameters } from './parameters.ts'

/** Systems Manager's Parameter Store. */
export const ssm = serviceName<Parameters>('ssm')
