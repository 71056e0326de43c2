import { serviceName } from '../../ground/service-name.ts'
import type { Logs } from './logs.ts'

/** CloudWatch Logs. */
export const logs = serviceName<Logs>('logs')
