import { listReadingsRoute } from '@keg/flows/routes'
import type { ReadingStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'

const A_DAY_MS = 24 * 3_600_000

/** `GET /kegs/{kegId}/readings`: what a keg measured, in up to `?points=` slots between `?fromMs=` and `?toMs=`; else of the last day. */
export const listReadings = ({ readings, nowMs, gate }: { readings: Pick<ReadingStore, 'readings'>; nowMs: () => number } & KegGated) =>
  answerRoute(listReadingsRoute, gate, async ({ params: { kegId }, query }) => {
    const { toMs = nowMs(), fromMs = Math.max(0, toMs - A_DAY_MS), ...points } = query
    return { kegId, fromMs, toMs, slots: await readings.readings(kegId, { fromMs, toMs, ...points }) }
  })
