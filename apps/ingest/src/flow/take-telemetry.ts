import type { HotStore, ReadingStore } from '@keg/store'
import { decideTelemetry } from './decide-telemetry.ts'
import { quarantine } from './ingest-pour.ts'
import type { Take } from './take-message.ts'

/** Takes telemetry by itself, as a replay of it comes: into the readings, else into quarantine. */
export const takeTelemetry = (
  { store, readings, nowMs }: { readonly store: HotStore; readonly readings: ReadingStore; readonly nowMs: () => number },
): Take => async (message) => {
  const decided = decideTelemetry(message)
  if ('refused' in decided) return { done: false, told: await quarantine(message, decided.refused, store) }
  await readings.recordReadings([decided.reading], nowMs())
  return { done: true }
}
