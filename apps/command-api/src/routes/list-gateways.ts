import { gatewayReport, listGatewaysRoute } from '@keg/flows/routes'
import type { GatewayLog } from '@keg/store'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import { pagesOfSites } from '../people/pages-of-sites.ts'

/** `GET /gateways`: how each gateway was as it said so last, site by site. What is no report of a gateway's is left out. */
export const listGateways = ({ gateways, gate }: { gateways: GatewayLog } & Gated) =>
  answerRoute(listGatewaysRoute, gate, async ({ query }, _refuse, person) => {
    const { items, ...rest } = await pagesOfSites(person, query, (page, siteId) => gateways.reports(page, siteId))
    return { ...rest, items: items.flatMap((item) => gatewayReport.safeParse(item).data ?? []) }
  })
