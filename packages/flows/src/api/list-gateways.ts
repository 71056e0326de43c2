import { epochMs, gatewayStatus, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

/** How a gateway was as it said so last; its own times are by its own clock. */
export const gatewayReport = gatewayStatus.schema.omit({ v: true })
  .extend({ siteId: levelName, gatewayId: levelName, receivedAtMs: epochMs }).meta({ id: 'GatewayReport' })

export type GatewayReport = z.output<typeof gatewayReport>

export const listGatewaysRoute = apiRoute({
  method: 'GET',
  path: '/gateways',
  handler: 'list-gateways',
  grants: ['readReadings'],
  access: { does: 'reads', of: 'site' },
  summary: 'How each gateway was as it said so last, of the last 30 days; of a site with `siteId`. A page may hold fewer than its limit',
  query: z.object({ ...pageQuery.shape, siteId: levelName.exactOptional() }),
  answer: { status: 200, schema: pageOf(gatewayReport) },
  problems: [],
})
