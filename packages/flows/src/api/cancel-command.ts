import { commandPath, kegCommand } from './keg-command.ts'
import { apiRoute } from './route.ts'

export const cancelCommandRoute = apiRoute({
  method: 'POST',
  path: '/kegs/{kegId}/commands/{commandId}/cancel',
  handler: 'cancel-command',
  grants: ['readStore', 'writeCommands', 'publishCommands'],
  access: { does: 'writes', of: 'keg' },
  summary: 'Takes a command back that its keg has not answered: FAILED, CANCELLED, until the keg says that it has begun it all the same',
  params: commandPath,
  answer: { status: 202, schema: kegCommand },
  problems: ['not-found', 'conflict'],
})
