import { memorySwaps } from '@keg/store/swaps/memory'
import { expect, it } from 'vitest'
import { AlreadyOrdered, orderSwap, type KegOrder, type SwapOrder } from './order-swap.ts'

const NOW_MS = 1_790_000_000_000
const order: SwapOrder = { kegId: 'k-1', siteId: 'berlin', alertId: 'a-1', swapId: 's-1', token: 'secret' }

function ports(fails = 0) {
  const told: KegOrder[] = []
  const swaps = memorySwaps()
  let left = fails
  return {
    told, swaps, nowMs: () => NOW_MS,
    brewery: { order: async (each: KegOrder) => void (left-- > 0 ? await Promise.reject(new Error('no topic')) : told.push(each)) },
  }
}

it('keeps the order and tells the brewery, who does not get the token', async () => {
  const all = ports()
  await orderSwap(order, all)
  expect(all.told).toEqual([{ swapId: 's-1', kegId: 'k-1', siteId: 'berlin', orderedAtMs: NOW_MS }])
  expect(await all.swaps.token('k-1')).toBe('secret')
})

it.each<[string, Partial<SwapOrder>]>([
  ['the same alert', { swapId: 's-2' }], ['another alert', { swapId: 's-2', alertId: 'a-2' }],
])('orders nothing more for %s', async (_, again) => {
  const all = ports()
  await orderSwap(order, all)
  await expect(orderSwap({ ...order, ...again }, all)).rejects.toBeInstanceOf(AlreadyOrdered)
  expect(all.told).toHaveLength(1)
})

it('tells the brewery once more where it could not, for the same order and its newer token', async () => {
  const all = ports(1)
  await expect(orderSwap(order, all)).rejects.toThrow('no topic')
  await orderSwap({ ...order, token: 'newer' }, all)
  expect(all.told).toHaveLength(1)
  expect(await all.swaps.token('k-1')).toBe('newer')
})
