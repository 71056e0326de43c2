import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { apiRoute } from './route.ts'

/** A site, and how many kegs the registry has there. */
const siteKegs = z.object({ siteId: levelName, kegs: z.int().nonnegative() }).meta({ id: 'SiteKegs' })

export type SiteKegs = z.output<typeof siteKegs>

export const listSitesRoute = apiRoute({
  method: 'GET',
  path: '/sites',
  handler: 'list-sites',
  grants: ['countKegs'],
  access: { does: 'reads', of: 'site' },
  summary: 'Every site that has kegs, by name, and how many',
  answer: { status: 200, schema: z.object({ items: z.array(siteKegs) }) },
  problems: [],
})
