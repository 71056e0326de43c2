import { mayOrder, type Swap, type SwapStore } from '../swap.ts'

/** Swaps in this process, for tests of what stands on them. */
export function memorySwaps(): SwapStore {
  const swaps = new Map<string, Swap>()
  const tokens = new Map<string, string>()
  return {
    async order({ token, ...swap }) {
      const { kegId } = swap
      if (!mayOrder(swaps.get(kegId), { token, ...swap })) return false
      swaps.set(kegId, { ...swap, state: 'ordered' })
      tokens.set(kegId, token)
      return true
    },
    swap: async (kegId) => swaps.get(kegId),
    token: async (kegId) => tokens.get(kegId),
    async end(kegId, swapId, end) {
      const last = swaps.get(kegId)
      if (last === undefined || last.swapId !== swapId || last.state !== 'ordered') return false
      swaps.set(kegId, { ...last, ...end })
      tokens.delete(kegId)
      return true
    },
  }
}
