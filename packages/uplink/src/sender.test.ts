import { expect, it } from 'vitest'
import { createOutbox, type OutboxState } from './outbox.ts'
import { createSender } from './sender.ts'
import { UplinkError } from './uplink-error.ts'

interface Kept extends OutboxState<string> {
  readonly taken: number
}

/** An outbox of texts, and a far end that treats each by `fate`. */
function bench() {
  let kept: Kept | undefined
  const state = { full: false, connected: true }
  const memory = {
    read: () => kept,
    write(value: Kept) {
      if (state.full) throw Object.assign(new Error('ENOSPC'), { errno: -28 })
      kept = value
    },
  }
  const outbox = createOutbox<string, Kept>({ memory, empty: { pending: [], taken: 0 }, idOf: (text) => text })
  const arrived: string[] = []
  const problems: string[] = []
  const fate: Record<string, () => void> = {}
  const sender = createSender<string>({
    outbox,
    idOf: (text) => text,
    connected: () => state.connected,
    async send(text) {
      fate[text]?.()
      arrived.push(text)
    },
    pause: () => Promise.resolve(),
    onProblem: (text) => problems.push(text),
  })
  return { outbox, sender, state, fate, arrived, problems, kept: () => kept }
}
const refuse = () => {
  throw new UplinkError('REFUSED', 'no')
}
const fail = () => {
  throw new UplinkError('DISCONNECTED', 'gone')
}

it('changes what belongs together in one write, or not at all', () => {
  const { outbox, state, kept } = bench()
  outbox.add('a', { taken: 1 })
  expect(kept()).toEqual({ pending: ['a'], taken: 1 })
  state.full = true
  expect(() => outbox.add('b', { taken: 2 })).toThrow('ENOSPC')
  expect(outbox.state).toEqual({ pending: ['a'], taken: 1 })
  expect(() => outbox.acknowledged('a')).toThrow('ENOSPC')
  expect(outbox.state.pending).toEqual([])
  state.full = false
  outbox.catchUp()
  expect(kept()).toEqual({ pending: [], taken: 1 })
})

it('sends the oldest first, and passes by what the broker refuses', async () => {
  const { outbox, sender, fate, arrived, problems } = bench()
  for (const text of ['a', 'b', 'c']) outbox.add(text)
  fate['a'] = refuse
  await sender.flush()
  expect([arrived, problems, outbox.state.pending]).toEqual([['b', 'c'], ['a'], ['a']])
})

it('keeps the order where the line fails', async () => {
  const { outbox, sender, fate, arrived } = bench()
  for (const text of ['a', 'b']) outbox.add(text)
  fate['a'] = fail
  await sender.flush()
  expect(arrived).toEqual([])
  delete fate['a']
  expect(await sender.settle(new AbortController().signal)).toBe(0)
  expect(arrived).toEqual(['a', 'b'])
})
