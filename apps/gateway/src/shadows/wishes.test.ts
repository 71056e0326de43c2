import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeWishes, type CloudWishes, type Wishes } from './wishes.ts'

const here = (value: unknown, atMs: number) => ({ value, atMs, from: 'here' as const })
const cloud = (value: unknown, atMs: number) => ({ value, atMs, from: 'cloud' as const })

it.each<[string, Wishes, CloudWishes, ReturnType<typeof mergeWishes>]>([
  ['the cloud wins where nothing was wished here', { targetCelsius: cloud(5, 1_000) },
    { desired: { targetCelsius: 4 }, timesSec: { targetCelsius: 2 } }, { wishes: { targetCelsius: cloud(4, 2_000) }, untold: {} }],
  ['the cloud wins where it is later', { valve: here('closed', 1_999) }, { desired: { valve: 'open' }, timesSec: { valve: 2 } },
    { wishes: { valve: cloud('open', 2_000) }, untold: {} }],
  ['a tie goes to the cloud, whose seconds are whole', { valve: here('closed', 2_999) },
    { desired: { valve: 'open' }, timesSec: { valve: 2 } }, { wishes: { valve: cloud('open', 2_000) }, untold: {} }],
  ['a later one from here wins, and the cloud has to hear of it', { valve: here('closed', 3_000) },
    { desired: { valve: 'open' }, timesSec: { valve: 2 } }, { wishes: { valve: here('closed', 3_000) }, untold: { valve: 'closed' } }],
  ['each setting by itself', { valve: here('closed', 9_000), targetCelsius: here(3, 1_000) },
    { desired: { valve: 'open', targetCelsius: 6 }, timesSec: { valve: 2, targetCelsius: 2 } },
    { wishes: { valve: here('closed', 9_000), targetCelsius: cloud(6, 2_000) }, untold: { valve: 'closed' } }],
  ['what the cloud has no more is gone', { intervalSec: cloud(5, 1_000) }, { desired: {}, timesSec: {} }, { wishes: {}, untold: {} }],
  ['unless it was wished here', { intervalSec: here(5, 1_000) }, { desired: {}, timesSec: {} }, {
    wishes: { intervalSec: here(5, 1_000) }, untold: { intervalSec: 5 },
  }],
  ['what both wish the cloud need not hear, however late it was wished here', { valve: here('closed', 9_000_000) },
    { desired: { valve: 'closed' }, timesSec: { valve: 2 } }, { wishes: { valve: cloud('closed', 2_000) }, untold: {} }],
  ['a state from before a wish does not settle it by saying the same', { valve: here('closed', 10_000) },
    { desired: { valve: 'closed' }, timesSec: { valve: 2 }, atSec: 4 }, { wishes: { valve: here('closed', 10_000) }, untold: {} }],
])('%s', (_, wishes, theirs, expected) => {
  expect(mergeWishes(wishes, theirs)).toEqual(expected)
})

const YEAR_MS = 365 * 86_400_000
const wishes = fc.dictionary(fc.constantFrom('valve', 'targetCelsius', 'intervalSec'), fc.record({
  value: fc.nat(9), atMs: fc.nat(5_000).chain((atMs) => fc.constantFrom(atMs, atMs + YEAR_MS)),
  from: fc.constantFrom('cloud' as const, 'here' as const),
}))
const theirs = fc.dictionary(fc.constantFrom('valve', 'targetCelsius', 'intervalSec'), fc.record({ value: fc.nat(9), sec: fc.nat(5) }))
  .map((settings): CloudWishes => ({
    desired: Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value])),
    timesSec: Object.fromEntries(Object.entries(settings).map(([name, { sec }]) => [name, sec])),
  }))

it('leaves both sides with the same, once the cloud has heard what it had not', () => {
  fc.assert(
    fc.property(wishes, theirs, fc.nat(100), (before, said, laterSec) => {
      const merged = mergeWishes(before, said)
      const now = {
        desired: { ...said.desired, ...merged.untold },
        timesSec: { ...said.timesSec, ...Object.fromEntries(Object.keys(merged.untold).map((name) => [name, 6 + laterSec])) },
      }
      const again = mergeWishes(merged.wishes, now)
      expect(again.untold).toEqual({})
      expect(Object.fromEntries(Object.entries(again.wishes).map(([name, { value }]) => [name, value]))).toEqual(now.desired)
    }),
  )
})
