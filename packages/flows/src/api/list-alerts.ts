import { alert, epochMs, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

const word = alert.schema.pick({ takenAtMs: true, message: true, value: true, limit: true, reaction: true })
  .extend({ receivedAtMs: epochMs }).meta({ id: 'AlertWord' })

/** An alert: what was said as it was raised, and as it was over. Absent = that was not said, or has not come yet. */
const kegAlert = alert.schema.pick({ alertId: true, kind: true })
  .extend({ kegId: levelName, siteId: levelName, raised: word.optional(), cleared: word.optional() }).meta({ id: 'KegAlert' })

export type KegAlert = z.output<typeof kegAlert>

export const listAlertsRoute = apiRoute({
  method: 'GET',
  path: '/alerts',
  handler: 'list-alerts',
  grants: ['readStore'],
  access: { does: 'reads', of: 'site' },
  summary: 'The alerts that are open, site by site, newest first',
  query: z.object({ ...pageQuery.shape, siteId: levelName.exactOptional() }),
  answer: { status: 200, schema: pageOf(kegAlert) },
  problems: [],
})
