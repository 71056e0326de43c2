import { serviceName } from '../../ground/service-name.ts'
import type { Scheduler } from './scheduler.ts'

/** EventBridge Scheduler. */
export const scheduler = serviceName<Scheduler>('scheduler')
