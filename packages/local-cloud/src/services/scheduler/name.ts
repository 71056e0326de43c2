import { serviceName } from '../../ground/service-name.ts'
import type { Scheduler } from './scheduler.ts'

export const scheduler = serviceName<Scheduler>('scheduler')
