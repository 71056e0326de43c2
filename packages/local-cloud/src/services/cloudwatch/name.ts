import { serviceName } from '../../ground/service-name.ts'
import type { CloudWatch } from './cloudwatch.ts'

/** CloudWatch. */
export const cloudWatch = serviceName<CloudWatch>('cloudwatch')
