import { getSwapRoute } from '@keg/flows/routes'
import type { SwapStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'

/** `GET /swaps/{kegId}`: the last swap of a keg: when another was ordered for it, and how that ended. */
export const getSwap = ({ swaps, gate }: { swaps: SwapStore } & KegGated) =>
  answerRoute(getSwapRoute, gate, async ({ params: { kegId } }, refuse) => {
    const swap = await swaps.swap(kegId)
    if (swap === undefined) throw refuse('not-found', `No keg was ordered for ${kegId}.`)
    return swap
  })
