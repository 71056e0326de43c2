import type { SwapEnd } from '@keg/store'
import { swapsFromEnvironment } from '@keg/store/environment'

const swaps = swapsFromEnvironment()

/** How a swap ended, as the machine of swaps tells it. */
export interface EndedSwap extends Pick<SwapEnd, 'state' | 'reason'> {
  readonly kegId: string
  readonly swapId: string
}

/** The machine of swaps → the end of a swap in the store. One that has ended stays as it is. */
export async function handler({ kegId, swapId, ...end }: EndedSwap): Promise<void> {
  await swaps.end(kegId, swapId, { ...end, endedAtMs: Date.now() })
}
