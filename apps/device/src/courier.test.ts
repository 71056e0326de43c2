import { createOutbox, UplinkError, type OutboxState } from '@keg/uplink'
import { expect, it } from 'vitest'
import { createCourier } from './courier.ts'
import { memory } from './testing/memory.ts'

/** A courier of texts, whose far end refuses some, and how often each was tried. */
function bench() {
  const tried: string[] = []
  const refused = new Set<string>()
  const outbox = createOutbox<string, OutboxState<string>>({ memory: memory(), empty: { pending: [] }, idOf: (text) => text })
  const courier = createCourier<string>({
    outbox,
    idOf: (text) => text,
    connected: () => true,
    async send(text) {
      tried.push(text)
      if (refused.has(text)) throw new UplinkError('REFUSED', 'no')
    },
    pause: () => Promise.resolve(),
    onProblem: () => undefined,
  })
  const go = async (fromMs: number, untilMs: number) => {
    for (let nowMs = fromMs; nowMs < untilMs; nowMs += 100) {
      courier.tick(nowMs)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { courier, outbox, tried, refused, go }
}

it('tries what is refused every five seconds, not at every tick, and holds up nothing else', async () => {
  const { outbox, tried, refused, go } = bench()
  refused.add('a')
  outbox.add('a')
  outbox.add('b')
  await go(0, 12_000)
  expect(tried).toEqual(['a', 'b', 'a', 'a'])
  expect(outbox.state.pending).toEqual(['a'])
})

it('does not wait after a new connection, nor for the time of a clock that was set back', async () => {
  const { courier, outbox, tried, refused, go } = bench()
  refused.add('a')
  outbox.add('a')
  await go(1_000_000, 1_000_200)
  expect(tried).toHaveLength(1)
  courier.retryNow()
  await go(1_000_200, 1_000_400)
  expect(tried).toHaveLength(2)
  await go(0, 200)
  expect(tried).toHaveLength(3)
})
