import { serviceName } from '../../ground/service-name.ts'
import type { EventBus } from './event-bus.ts'

/** EventBridge. */
export const events = serviceName<EventBus>('events')
