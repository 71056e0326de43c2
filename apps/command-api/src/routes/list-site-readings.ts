import { listSiteReadingsRoute } from '@keg/flows/routes'
import type { ReadingStore } from '@keg/store'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'

/** `GET /sites/{siteId}/readings`: the newest reading of each keg at a site, by keg. */
export const listSiteReadings = ({ readings, gate }: { readings: Pick<ReadingStore, 'siteReadings'> } & Gated) =>
  answerRoute(listSiteReadingsRoute, gate, async ({ params: { siteId }, query }) => {
    const { items, ...rest } = await readings.siteReadings(siteId, query)
    return { ...rest, items: items.map(({ storedAtMs: _storedAtMs, ...reading }) => reading) }
  })
