import { serviceName } from '../../ground/service-name.ts'
import type { CloudWatch } from './cloudwatch.ts'

export const cloudWatch = serviceName<CloudWatch>('cloudwatch')
