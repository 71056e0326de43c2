import { deliverSwapRoute, failSwapRoute } from '@keg/flows/routes'
import type { SwapStore } from '@keg/store'
import { once, type OncePorts } from '../http/once.ts'
import { answerRoute, type Refuse } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import type { WaitingTasks } from '../ports.ts'

interface Ports extends OncePorts, KegGated {
  readonly swaps: SwapStore
  readonly tasks: WaitingTasks
}

/**
 * `POST /swaps/{kegId}/delivered`: the keg that was ordered is there. Answers 202: the machine keeps the end. 404 where none was ordered,
 * 409 where its swap has ended.
 */
export const deliverSwap = ({ swaps, tasks, gate, ...ports }: Ports) =>
  answerRoute(deliverSwapRoute, gate, ({ params: { kegId }, headers }, refuse, person) =>
    once(deliverSwapRoute, ports, { key: headers['idempotency-key'], person, parts: [kegId], refuse }, async () => ({
      kegId, swapId: await endSwap(swaps, kegId, refuse, (token) => tasks.succeed(token)), state: 'delivered' as const,
    })))

/** `POST /swaps/{kegId}/failed`, with a reason: the keg that was ordered does not come. Answers as {@link deliverSwap} does. */
export const failSwap = ({ swaps, tasks, gate, ...ports }: Ports) =>
  answerRoute(failSwapRoute, gate, ({ params: { kegId }, headers, body }, refuse, person) =>
    once(failSwapRoute, ports, { key: headers['idempotency-key'], person, parts: [kegId, body], refuse }, async () => ({
      kegId, swapId: await endSwap(swaps, kegId, refuse, (token) => tasks.fail(token, body.reason)), state: 'failed' as const,
    })))

/** Tells who waits for the keg, and answers which swap it is. */
async function endSwap(
  swaps: SwapStore, kegId: string, refuse: Refuse<'not-found' | 'conflict'>, tell: (token: string) => Promise<boolean>,
): Promise<string> {
  const swap = await swaps.swap(kegId)
  if (swap === undefined) throw refuse('not-found', `No keg was ordered for ${kegId}.`)
  const token = swap.state === 'ordered' ? await swaps.token(kegId) : undefined
  // Nobody waits for it any more, though its end may not be kept yet.
  if (token === undefined || !(await tell(token)))
    throw refuse('conflict', `The swap ${swap.swapId} of ${kegId} has ended${swap.state === 'ordered' ? '' : ` (${swap.state})`}.`)
  return swap.swapId
}
