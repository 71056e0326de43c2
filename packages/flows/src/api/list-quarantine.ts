import { pageOf, pageQuery } from './page.ts'
import { quarantineEntry } from './quarantine-entry.ts'
import { apiRoute } from './route.ts'

export const listQuarantineRoute = apiRoute({
  method: 'GET',
  path: '/quarantine',
  handler: 'list-quarantine',
  grants: ['readStore'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'What flows failed with and is open, newest first',
  query: pageQuery,
  answer: { status: 200, schema: pageOf(quarantineEntry) },
  problems: [],
})
