import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { kegTotal } from './keg-total.ts'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

export const listKegsRoute = apiRoute({
  method: 'GET',
  path: '/kegs',
  handler: 'list-kegs',
  grants: ['readStore'],
  access: { does: 'reads', of: 'site' },
  summary: 'Every keg that poured, with its total; of a site, those whose last pour was there',
  query: z.object({ ...pageQuery.shape, siteId: levelName.exactOptional() }),
  answer: { status: 200, schema: pageOf(kegTotal) },
  problems: [],
})
