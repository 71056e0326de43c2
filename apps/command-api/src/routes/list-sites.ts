import { listSitesRoute } from '@keg/flows/routes'
import { answerRoute } from '../http/route.ts'
import type { KegCensus } from '../ports.ts'

/** `GET /sites`: every site that has kegs, by name, and how many. */
export const listSites = ({ census }: { census: KegCensus }) =>
  answerRoute(listSitesRoute, async () => ({
    items: [...await census.kegsBySite()].sort((a, b) => (a.siteId < b.siteId ? -1 : 1)),
  }))
