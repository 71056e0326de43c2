import { createOutbox, UplinkError, type OutboxState } from '@keg/uplink'
import { expect, it } from 'vitest'
import { createCourier } from './courier.ts'
import { memory } from './testing/memory.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A courier of texts, whose far end refuses some, and how often each was tried. */
function bench() {
  const tried: string[] = []
  const refused = new Map<string, number | undefined>()
  const outbox = createOutbox<string, OutboxState<string>>({ memory: memory(), empty: { pending: [] }, idOf: (text) => text })
  const courier = createCourier<string>({
    outbox,
    idOf: (text) => text,
    connected: () => true,
    async send(text) {
      tried.push(text)
      const reasonCode = refused.get(text)
      if (refused.has(text)) throw new UplinkError('REFUSED', 'no', { ...(reasonCode !== undefined && { reasonCode }) })
    },
    pause: turn,
    onProblem: () => undefined,
  })
  const go = async (fromMs: number, untilMs: number) => {
    for (let nowMs = fromMs; nowMs < untilMs; nowMs += 100) {
      courier.tick(nowMs)
      await turn()
    }
  }
  return { courier, outbox, tried, refused, go }
}

it('tries what is refused every five seconds, not at every tick, and holds up nothing else', async () => {
  const { outbox, tried, refused, go } = bench()
  refused.set('a', 0x87)
  outbox.add('a')
  outbox.add('b')
  await go(0, 12_000)
  expect(tried).toEqual(['a', 'b', 'a', 'a'])
  expect(outbox.state.pending).toEqual(['a'])
})

it('does not wait after a new connection, nor for the time of a clock that was set back', async () => {
  const { courier, outbox, tried, refused, go } = bench()
  refused.set('a', 0x87)
  outbox.add('a')
  await go(1_000_000, 1_000_200)
  expect(tried).toHaveLength(1)
  courier.retryNow()
  await go(1_000_200, 1_000_400)
  expect(tried).toHaveLength(2)
  await go(0, 200)
  expect(tried).toHaveLength(3)
})

it.each([[0x87, ['a', 'b']], [undefined, ['a', 'b']], [0x97, ['a', 'b', 'a']]])(
  'settles with what is refused left, by the reason %j, unless it was refused for now', async (reasonCode, inOrder) => {
    const { courier, outbox, tried, refused } = bench()
    refused.set('a', reasonCode)
    outbox.add('a')
    outbox.add('b')
    const later = new AbortController()
    const settled = courier.settle(later.signal)
    await turn()
    await turn()
    expect(tried.slice(0, 3)).toEqual(inOrder)
    later.abort()
    expect(await settled).toBe(1)
  },
)
