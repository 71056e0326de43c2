import { kegTotal } from './keg-total.ts'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

export const listKegsRoute = apiRoute({
  method: 'GET',
  path: '/kegs',
  handler: 'list-kegs',
  grants: ['readStore'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'Every keg that poured, with its total',
  query: pageQuery,
  answer: { status: 200, schema: pageOf(kegTotal) },
  problems: [],
})
