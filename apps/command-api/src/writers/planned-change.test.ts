import { describe, expect, it } from 'vitest'
import { memoryWishes, type MemoryWishes } from '../testing/memory-wishes.ts'
import { WishRefused } from './ports.ts'
import { makeChange, planChange } from './planned-change.ts'

describe('a plan', () => {
  const shadow = { version: 7, desired: { targetCelsius: 6, valve: 'open' }, reported: {} }
  it.each([
    ['names what changes alone, and what it was', shadow, { targetCelsius: 4, valve: 'open' }, {
      from: { targetCelsius: 6 }, to: { targetCelsius: 4 }, version: 7,
    }],
    ['of a setting that nobody wished has nothing that it was', shadow, { intervalSec: 5 }, {
      from: {}, to: { intervalSec: 5 }, version: 7,
    }],
    ['of a keg without a shadow has no version', undefined, { targetCelsius: 4 }, {
      from: {}, to: { targetCelsius: 4 }, version: undefined,
    }],
    ['is none where all is wished already', shadow, { valve: 'open' }, undefined],
  ] as const)('%s', (_, now, to, expected) => {
    expect(planChange(now, to)).toEqual(expected)
  })
})

describe('a change', () => {
  const make = async (meanwhile: (keg: MemoryWishes) => void) => {
    const keg = memoryWishes({ 'k-1': { targetCelsius: 6, valve: 'open' } })
    const change = planChange(await keg.wishes.read('k-1'), { targetCelsius: 4 })
    meanwhile(keg)
    if (change === undefined) throw new Error('Nothing was planned.')
    const kind = await makeChange('k-1', change, keg.wishes)
    return { kind, now: keg.shadows.get('k-1')?.desired, written: keg.written.get('k-1')?.length ?? 0 }
  }

  it.each<[string, (keg: MemoryWishes) => void, object]>([
    ['is made', () => undefined, { kind: 'changed', now: { targetCelsius: 4, valve: 'open' }, written: 1 }],
    ['is made on a shadow that has changed otherwise', (keg) => keg.report('k-1'), {
      kind: 'changed', now: { targetCelsius: 4 }, written: 1,
    }],
    ['leaves other wishes as they are', (keg) => keg.wish('k-1', { valve: 'closed' }), {
      kind: 'changed', now: { targetCelsius: 4, valve: 'closed' }, written: 1,
    }],
    ['that was made before a kill is not made again', (keg) => keg.wish('k-1', { targetCelsius: 4 }), { kind: 'changed', written: 0 }],
    ['gives way to a newer wish', (keg) => keg.wish('k-1', { targetCelsius: 3 }), {
      kind: 'overtaken', now: { targetCelsius: 3 }, written: 0,
    }],
    ['gives way to a newer wish that is higher', (keg) => keg.wish('k-1', { targetCelsius: 9 }), {
      kind: 'overtaken', now: { targetCelsius: 9 }, written: 0,
    }],
  ])('%s', async (_, meanwhile, expected) => {
    expect(await make(meanwhile)).toMatchObject(expected)
  })

  it('gives up on a shadow that changes each time', async () => {
    const keg = memoryWishes({ 'k-1': { targetCelsius: 6 } })
    const restless = { ...keg.wishes, wishAt: async () => false }
    await expect(makeChange('k-1', { from: { targetCelsius: 6 }, to: { targetCelsius: 4 }, version: 1 }, restless))
      .rejects.toThrow(/k-1 changed each of 8 times/)
  })

  it('that AWS refuses says so', async () => {
    await expect(makeChange('keg-full', { from: {}, to: { targetCelsius: 4 } }, memoryWishes().wishes)).rejects.toBeInstanceOf(WishRefused)
  })
})
