import { entryPath } from './entry-path.ts'
import { quarantineEntry } from './quarantine-entry.ts'
import { apiRoute } from './route.ts'

export const getQuarantinedRoute = apiRoute({
  method: 'GET',
  path: '/quarantine/{entryId}',
  handler: 'get-quarantined',
  grants: ['readStore'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'One entry of the quarantine, open or closed by a replay',
  params: entryPath,
  answer: { status: 200, schema: quarantineEntry },
  problems: ['not-found'],
})
