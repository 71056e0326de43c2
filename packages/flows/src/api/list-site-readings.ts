import { epochMs, levelName, telemetry } from '@keg/message-schemas/keg'
import type * as z from 'zod'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'
import { sitePath } from './site-path.ts'

/** The newest reading of a keg: what it measured, and when the cloud received it. */
const kegReading = telemetry.schema.omit({ v: true }).extend({
  kegId: levelName,
  siteId: levelName,
  receivedAtMs: epochMs,
  /** The gateway that handed it on; absent = the keg sent it itself. */
  gatewayId: levelName.optional(),
}).meta({ id: 'KegReading' })

export type KegReading = z.output<typeof kegReading>

export const listSiteReadingsRoute = apiRoute({
  method: 'GET',
  path: '/sites/{siteId}/readings',
  handler: 'list-site-readings',
  grants: ['readReadings'],
  access: { does: 'reads', of: 'site' },
  summary: 'The newest reading of each keg at a site, by keg; of kegs that were silent for a week, none',
  params: sitePath,
  query: pageQuery,
  answer: { status: 200, schema: pageOf(kegReading) },
  problems: [],
})
