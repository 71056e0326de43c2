import { epochMs, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { idempotencyKey } from './idempotency-key.ts'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

export const revokeKegRoute = apiRoute({
  method: 'POST',
  path: '/kegs/{kegId}/revocation',
  handler: 'revoke-keg',
  grants: ['revokeKegs', 'disconnectKegs', 'readStore', 'keepRequests'],
  access: { does: 'writes', of: 'fleet' },
  summary: 'Shuts out a keg that was lost, for good: blocks it on the allow list, revokes its certificates, and ends its connection',
  params: kegPath,
  headers: idempotencyKey,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500).exactOptional() }),
  answer: {
    status: 202,
    schema: z.object({
      kegId: levelName,
      revokedAtMs: epochMs,
      /** Whether the allow list has it: else it was let in by hand, and may be again. */
      blocked: z.boolean(),
      /** Its certificates, by id. */
      certificates: z.array(z.string()),
      /** Whether there was a connection to end. */
      disconnected: z.boolean(),
    }).meta({ id: 'KegRevocation' }),
  },
  problems: ['not-found', 'conflict'],
})
