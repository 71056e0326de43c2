import { epochMs, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

/** A keg that is empty, and the full one that was ordered for it. */
const kegSwap = z.object({
  kegId: levelName,
  siteId: levelName,
  swapId: z.string(),
  /** The alert that told of the empty keg. */
  alertId: z.string(),
  state: z.enum(['ordered', 'delivered', 'failed', 'timedOut']),
  orderedAtMs: epochMs,
  /** Absent while it is ordered. */
  endedAtMs: epochMs.optional(),
  /** Why it failed. */
  reason: z.string().optional(),
}).meta({ id: 'Swap' })

export const getSwapRoute = apiRoute({
  method: 'GET',
  path: '/swaps/{kegId}',
  handler: 'get-swap',
  grants: ['readStore'],
  access: { does: 'reads', of: 'keg' },
  summary: 'The last swap of a keg: when another was ordered for it, and how that ended',
  params: kegPath,
  answer: { status: 200, schema: kegSwap },
  problems: ['not-found'],
})
