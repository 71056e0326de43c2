import { defineService } from '../../ground/service.ts'
import { location } from './name.ts'
import { locationTracker } from './resources/tracker.ts'

export const service = defineService(location, { start: () => undefined, resources: [locationTracker] })
