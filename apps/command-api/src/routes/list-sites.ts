import { listSitesRoute } from '@keg/flows/routes'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'
import type { KegCensus } from '../ports.ts'

/** `GET /sites`: every site that has kegs, by name, and how many; of who may see some sites, those, also where they have none. */
export const listSites = ({ census, gate }: { census: KegCensus } & Gated) =>
  answerRoute(listSitesRoute, gate, async (_request, _refuse, { sites }) => {
    const counted = new Map((await census.kegsBySite()).map(({ siteId, kegs }) => [siteId, kegs]))
    return { items: [...(sites ?? counted.keys())].sort().map((siteId) => ({ siteId, kegs: counted.get(siteId) ?? 0 })) }
  })
