import { MAX_SITE_KEGS, siteSummary, type SiteSummary } from '@keg/message-schemas/keg'
import { allPages, type NewestReading, type ReadingStore } from '@keg/store'

/** The most that AWS IoT takes in one message. */
const MAX_BYTES = 128 * 1024
/** How long a reading may take from its time of storing to where it is listed: told of twice rather than not at all. */
const OVERLAP_MS = 2_000

/** What a site is told of with. */
export interface SummaryPorts {
  readonly readings: Pick<ReadingStore, 'claimSummary' | 'siteReadings'>
  readonly publish: (topic: string, payload: Uint8Array) => Promise<void>
  readonly nowMs: () => number
}

/**
 * Tells those who watch a site of its kegs that have a new reading, unless somebody has told of it within a second: then whoever tells next
 * tells of these, too. Kegs behind a gateway are told of by the gateway. Rejects where it could not be told, and leaves it to the next.
 */
export async function publishSummary(siteId: string, { readings, publish, nowMs }: SummaryPorts): Promise<void> {
  const takenAtMs = nowMs()
  const claim = await readings.claimSummary(siteId, takenAtMs)
  if (claim === undefined) return
  try {
    const changed: NewestReading[] = []
    for await (const reading of allPages((page) => readings.siteReadings(siteId, page))) {
      if (reading.storedAtMs > claim.sinceMs - OVERLAP_MS && reading.gatewayId === undefined) changed.push(reading)
    }
    const topic = siteSummary.topic.format({ siteId })
    for (const payload of summaries(changed, takenAtMs)) await publish(topic, payload)
  } catch (error) {
    await claim.release()
    throw error
  }
}

/** Messages of at most {@link MAX_SITE_KEGS} kegs and 128 KB each. */
export function summaries(changed: readonly NewestReading[], takenAtMs: number): readonly Uint8Array[] {
  const kegs = changed.map(({ kegId, bootId, seq, takenAtMs: at, celsius, kilopascal, pouring, cooling }) => ({
    kegId, bootId, seq, takenAtMs: at, celsius, kilopascal, pouring, cooling,
  }))
  const pages = Array.from({ length: Math.ceil(kegs.length / MAX_SITE_KEGS) }, (_, index) =>
    kegs.slice(index * MAX_SITE_KEGS, (index + 1) * MAX_SITE_KEGS))
  return pages.flatMap((page) => fitting(page, takenAtMs))
}

/** A page as one message; with the longest names that there may be, as two. */
function fitting(kegs: SiteSummary['kegs'], takenAtMs: number): readonly Uint8Array[] {
  const payload = siteSummary.encode({ v: 1, takenAtMs, kegs })
  if (payload.length <= MAX_BYTES) return [payload]
  const middle = Math.ceil(kegs.length / 2)
  return [...fitting(kegs.slice(0, middle), takenAtMs), ...fitting(kegs.slice(middle), takenAtMs)]
}
