import { memoryStore } from '@keg/mqtt-broker'
import type { KegSessions } from './keg-sessions.ts'

/** Sessions that end with the process. */
export const memorySessions = (): KegSessions => ({
  store: memoryStore(), kept: () => Promise.resolve(), status: () => ({}), close: () => undefined,
})
