import { commandPath, kegCommand } from './keg-command.ts'
import { apiRoute } from './route.ts'

export const getCommandRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}/commands/{commandId}',
  handler: 'get-command',
  grants: ['readStore'],
  access: { does: 'reads', of: 'keg' },
  summary: 'A command of a keg, and how far it has come',
  params: commandPath,
  answer: { status: 200, schema: kegCommand },
  problems: ['not-found'],
})
