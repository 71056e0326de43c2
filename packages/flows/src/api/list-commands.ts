import { kegCommand } from './keg-command.ts'
import { kegPath } from './keg-path.ts'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

export const listCommandsRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}/commands',
  handler: 'list-commands',
  grants: ['readStore'],
  access: { does: 'reads', of: 'keg' },
  summary: 'The commands of a keg of the last 30 days, newest first',
  params: kegPath,
  query: pageQuery,
  answer: { status: 200, schema: pageOf(kegCommand) },
  problems: [],
})
