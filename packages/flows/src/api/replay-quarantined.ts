import { epochMs } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { entryPath } from './entry-path.ts'
import { idempotencyKey } from './idempotency-key.ts'
import { apiRoute } from './route.ts'

export const replayQuarantinedRoute = apiRoute({
  method: 'POST',
  path: '/quarantine/{entryId}/replay',
  handler: 'replay-quarantined',
  grants: ['readStore', 'keepRequests', 'replay'],
  access: { does: 'writes', of: 'fleet' },
  summary: 'Puts a message into its flow\'s queue again; its entry closes as the flow has done it',
  params: entryPath,
  headers: idempotencyKey,
  answer: { status: 202, schema: z.object({ quarantineId: z.string(), flow: z.string(), replayedAtMs: epochMs }) },
  problems: ['not-found', 'conflict'],
})
