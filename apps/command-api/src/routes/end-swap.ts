import type { SwapStore } from '@keg/store'
import * as z from 'zod'
import { Problem } from '../http/problem.ts'
import { route } from '../http/route.ts'
import type { WaitingTasks } from '../ports.ts'
import { kegPath } from './keg-path.ts'

interface Ports {
  readonly swaps: SwapStore
  readonly tasks: WaitingTasks
}

const reason = z.strictObject({ reason: z.string().trim().min(1).max(500) })

/**
 * `POST /swaps/{kegId}/delivered`: the keg that was ordered is there. Answers 202: the machine keeps the end. 404 where none was ordered,
 * 409 where its swap has ended.
 */
export const deliverSwap = ({ swaps, tasks }: Ports) =>
  route({ params: kegPath, status: 202 }, async ({ params: { kegId } }) => endSwap(swaps, kegId, 'delivered', (token) =>
    tasks.succeed(token)))

/** `POST /swaps/{kegId}/failed`, with a reason: the keg that was ordered does not come. Answers as {@link deliverSwap} does. */
export const failSwap = ({ swaps, tasks }: Ports) =>
  route({ params: kegPath, body: reason, status: 202 }, async ({ params: { kegId }, body }) => endSwap(swaps, kegId, 'failed', (token) =>
    tasks.fail(token, body.reason)))

async function endSwap(
  swaps: SwapStore, kegId: string, state: 'delivered' | 'failed', tell: (token: string) => Promise<boolean>,
): Promise<object> {
  const swap = await swaps.swap(kegId)
  if (swap === undefined) throw new Problem(404, `No keg was ordered for ${kegId}.`)
  const token = swap.state === 'ordered' ? await swaps.token(kegId) : undefined
  // Nobody waits for it any more, though its end may not be kept yet.
  if (token === undefined || !(await tell(token)))
    throw new Problem(409, `The swap ${swap.swapId} of ${kegId} has ended${swap.state === 'ordered' ? '' : ` (${swap.state})`}.`)
  return { kegId, swapId: swap.swapId, state }
}
