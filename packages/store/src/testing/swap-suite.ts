import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { SWAP_OVER_MS, type NewSwap, type SwapStore } from '../swap.ts'

/** The cases that every store of swaps passes. They make kegs of their own, so a store with others in it will do. */
export function swapSuite(name: string, create: () => SwapStore | Promise<SwapStore>): void {
  describe(`${name} as a store of swaps`, () => {
    const swapOf = (kegId: string, swapId: string, alertId = `alert of ${swapId}`): NewSwap => ({
      kegId, siteId: 'berlin', swapId, alertId, orderedAtMs: 1_790_000_000_000, token: `token of ${swapId}`,
    })
    const delivered = { state: 'delivered', endedAtMs: 1_790_000_100_000 } as const

    it('orders one keg at a time, whatever tells of it', async () => {
      const [store, kegId] = [await create(), randomUUID()]
      expect(await Promise.all([
        store.order(swapOf(kegId, 's-1')), store.order(swapOf(kegId, 's-2')), store.order(swapOf(kegId, 's-3', 'alert of s-1')),
      ])).toEqual(expect.arrayContaining([true, false, false]))
      expect(await store.order(swapOf(kegId, 's-4'))).toBe(false)
    })

    it('tells of a swap without its token', async () => {
      const [store, kegId] = [await create(), randomUUID()]
      await store.order(swapOf(kegId, 's-1'))
      const { token, ...swap } = swapOf(kegId, 's-1')
      expect(await store.swap(kegId)).toEqual({ ...swap, state: 'ordered' })
      expect(await store.token(kegId)).toBe(token)
    })

    it('keeps the newer token of a swap that is ordered once more', async () => {
      const [store, kegId] = [await create(), randomUUID()]
      await store.order(swapOf(kegId, 's-1'))
      expect(await store.order({ ...swapOf(kegId, 's-1'), token: 'newer' })).toBe(true)
      expect(await store.token(kegId)).toBe('newer')
    })

    it.each([
      delivered, { state: 'failed', endedAtMs: 1, reason: 'sold out' }, { state: 'timedOut', endedAtMs: 2 },
    ] as const)('keeps an end, once, and no token: $state', async (end) => {
      const [store, kegId] = [await create(), randomUUID()]
      await store.order(swapOf(kegId, 's-1'))
      expect([await store.end(kegId, 's-1', end), await store.end(kegId, 's-1', { state: 'failed', endedAtMs: 3, reason: 'late' })])
        .toEqual([true, false])
      expect(await store.swap(kegId)).toEqual({
        kegId, siteId: 'berlin', swapId: 's-1', alertId: 'alert of s-1', orderedAtMs: 1_790_000_000_000, ...end,
      })
      expect(await store.token(kegId)).toBeUndefined()
    })

    it('orders again after an end, but not for an alert that comes twice', async () => {
      const [store, kegId] = [await create(), randomUUID()]
      await store.order(swapOf(kegId, 's-1'))
      await store.end(kegId, 's-1', delivered)
      expect([await store.order(swapOf(kegId, 's-2', 'alert of s-1')), await store.order(swapOf(kegId, 's-1'))]).toEqual([false, false])
      expect(await store.order(swapOf(kegId, 's-3'))).toBe(true)
      expect(await store.end(kegId, 's-1', delivered)).toBe(false)
      expect(await store.swap(kegId)).toMatchObject({ swapId: 's-3', state: 'ordered' })
      expect(await store.swap(kegId)).not.toHaveProperty('endedAtMs')
    })

    it('orders again where nobody can be waiting any more, though no end was kept', async () => {
      const [store, kegId] = [await create(), randomUUID()]
      const [first, second] = [swapOf(kegId, 's-1'), swapOf(kegId, 's-2')]
      await store.order(first)
      expect(await store.order({ ...second, orderedAtMs: first.orderedAtMs + SWAP_OVER_MS })).toBe(false)
      expect(await store.order({ ...second, orderedAtMs: first.orderedAtMs + SWAP_OVER_MS + 1 })).toBe(true)
      expect(await store.swap(kegId)).toMatchObject({ swapId: 's-2', state: 'ordered' })
    })

    it('knows nothing of a keg that was never empty', async () => {
      const [store, kegId] = [await create(), randomUUID()]
      expect([await store.swap(kegId), await store.token(kegId), await store.end(kegId, 's-1', delivered)])
        .toEqual([undefined, undefined, false])
    })
  })
}
