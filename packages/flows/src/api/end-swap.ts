import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { idempotencyKey } from './idempotency-key.ts'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

const ended = <State extends string>(state: State) => z.object({ kegId: levelName, swapId: z.string(), state: z.literal(state) })

export const deliverSwapRoute = apiRoute({
  method: 'POST',
  path: '/swaps/{kegId}/delivered',
  handler: 'deliver-swap',
  grants: ['readStore', 'keepRequests', 'endSwaps'],
  access: { does: 'writes', of: 'keg' },
  summary: 'The keg that was ordered is there',
  params: kegPath,
  headers: idempotencyKey,
  answer: { status: 202, schema: ended('delivered') },
  problems: ['not-found', 'conflict'],
})

export const failSwapRoute = apiRoute({
  method: 'POST',
  path: '/swaps/{kegId}/failed',
  handler: 'fail-swap',
  grants: ['readStore', 'keepRequests', 'endSwaps'],
  access: { does: 'writes', of: 'keg' },
  summary: 'The keg that was ordered does not come',
  params: kegPath,
  headers: idempotencyKey,
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  answer: { status: 202, schema: ended('failed') },
  problems: ['not-found', 'conflict'],
})
