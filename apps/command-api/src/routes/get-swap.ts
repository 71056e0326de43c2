import type { SwapStore } from '@keg/store'
import { Problem } from '../http/problem.ts'
import { route } from '../http/route.ts'
import { kegPath } from './keg-path.ts'

/** `GET /swaps/{kegId}`: the last swap of a keg: when another was ordered for it, and how that ended. */
export const getSwap = ({ swaps }: { swaps: SwapStore }) =>
  route({ params: kegPath }, async ({ params: { kegId } }) => {
    const swap = await swaps.swap(kegId)
    if (swap === undefined) throw new Problem(404, `No keg was ordered for ${kegId}.`)
    return swap
  })
