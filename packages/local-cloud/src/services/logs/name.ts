import { serviceName } from '../../ground/service-name.ts'
import type { Logs } from './logs.ts'

export const logs = serviceName<Logs>('logs')
