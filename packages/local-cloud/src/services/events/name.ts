import { serviceName } from '../../ground/service-name.ts'
import type { EventBus } from './event-bus.ts'

export const events = serviceName<EventBus>('events')
