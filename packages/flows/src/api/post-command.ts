import * as z from 'zod'
import { idempotencyKey } from './idempotency-key.ts'
import { kegCommand, order } from './keg-command.ts'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

/** The longest that a command waits for its keg, in seconds: twelve hours, as on AWS. */
const MAX_EXPIRY_SEC = 43_200

export const postCommandRoute = apiRoute({
  method: 'POST',
  path: '/kegs/{kegId}/commands',
  handler: 'post-command',
  grants: ['readRegistry', 'readStore', 'keepRequests', 'writeCommands', 'publishCommands'],
  access: { does: 'writes', of: 'keg' },
  summary: 'Tells a keg to do something once, and to begin before the command expires; its keg has still to answer',
  params: kegPath,
  headers: idempotencyKey,
  body: z.strictObject({ order, expiresInSec: z.int().min(1).max(MAX_EXPIRY_SEC).default(60) }),
  answer: { status: 202, schema: kegCommand },
  problems: ['not-found', 'conflict'],
})
