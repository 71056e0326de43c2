import { allPages, type HotStore } from '../hot-store.ts'
import { ReadingSlots } from '../reading-slots.ts'
import { distinct, isNewer, readingId, SUMMARY_EVERY_MS, type NewestReading, type Reading, type ReadingStore } from '../reading-store.ts'
import { by, slice } from './memory-page.ts'

/** A reading store in this process, for tests of what stands on one. It forgets nothing. */
export function memoryReadings({ minutes }: { readonly minutes: Pick<HotStore, 'minutes'> }): ReadingStore {
  const readings = new Map<string, Reading>()
  const newest = new Map<string, NewestReading>()
  const claims = new Map<string, number>()
  return {
    recordReadings: async (given, storedAtMs) => {
      const { all, newest: candidates } = distinct(given)
      for (const reading of all) readings.set(readingId(reading), reading)
      for (const reading of candidates) {
        const before = newest.get(reading.kegId)
        if (before === undefined || isNewer(reading, before)) newest.set(reading.kegId, { ...reading, storedAtMs })
      }
    },
    newest: async (kegId) => newest.get(kegId),
    siteReadings: async (siteId, page = {}) =>
      slice([...newest.values()].filter((reading) => reading.siteId === siteId).sort(by(({ kegId }) => kegId)), page),
    newestAbove: async function* ({ celsius }) {
      for (const reading of newest.values()) if (reading.celsius > celsius) yield reading
    },
    readings: async (kegId, range) => {
      const slots = new ReadingSlots(range)
      for (const reading of readings.values()) if (reading.kegId === kegId) slots.addReading(reading)
      for await (const minute of allPages((page) => minutes.minutes(kegId, page, range))) slots.addMinute(minute)
      return slots.slots()
    },
    claimSummary: async (siteId, nowMs) => {
      const sinceMs = claims.get(siteId) ?? 0
      if (claims.has(siteId) && nowMs - sinceMs < SUMMARY_EVERY_MS) return undefined
      claims.set(siteId, nowMs)
      return { sinceMs, release: async () => void (claims.get(siteId) === nowMs && claims.set(siteId, sinceMs)) }
    },
  }
}
