import { describe, expect, it } from 'vitest'
import { createShadowClient } from '../index.ts'
import { createManualClock, settled } from '../testing/manual-clock.ts'
import { createMemoryShadowService } from '../transports/memory.ts'
import { AWS_LIMITS, createPace } from './pace.ts'

function start() {
  const clock = createManualClock()
  const pace = createPace(AWS_LIMITS, clock)
  const leaves: (() => void)[] = []
  const enter = (signal = new AbortController().signal) => pace.enter(signal).then((leave) => void leaves.push(leave))
  return { clock, pace, leaves, enter }
}

describe('requests of one thing', () => {
  it('are at most ten without an answer', async () => {
    const { leaves, enter } = start()
    for (let count = 0; count < 12; count += 1) void enter()
    await settled()
    expect(leaves).toHaveLength(10)
    leaves[3]?.()
    await settled()
    expect(leaves).toHaveLength(11)
  })
  it('are at most twenty within any second', async () => {
    const { clock, leaves, enter } = start()
    const begin = async (count: number) => {
      for (let n = 0; n < count; n += 1) void enter().then(() => leaves.at(-1)?.())
      await settled()
    }
    await begin(15)
    await clock.advance(600)
    await begin(20)
    expect(leaves).toHaveLength(20)
    await clock.advance(399)
    expect(leaves).toHaveLength(20)
    await clock.advance(1)
    expect(leaves).toHaveLength(35)
  })
  it('that are given up make room and leave no timer', async () => {
    const { clock, leaves, enter } = start()
    for (let count = 0; count < 20; count += 1) await enter().then(() => leaves.at(-1)?.())
    const giveUp = new AbortController()
    const waiting = enter(giveUp.signal)
    expect(clock.waiting).toBe(1)
    giveUp.abort('enough')
    await expect(waiting).rejects.toBe('enough')
    expect(clock.waiting).toBe(0)
  })
  it('count together, whichever of its shadows they are for', async () => {
    const clock = createManualClock()
    const transport = createMemoryShadowService({ nowSec: () => 0 }).transport()
    const answered: string[] = []
    const get = (thingName: string, shadowName: string) =>
      void createShadowClient({ thingName, shadowName, transport, clock }).get().then(() => answered.push(thingName))
    for (let count = 0; count < 30; count += 1) get('a', `shadow-${count}`)
    get('b', 'only')
    await settled()
    expect(answered.filter((name) => name === 'a')).toHaveLength(20)
    expect(answered).toContain('b')
    await clock.advance(1000)
    expect(answered).toHaveLength(31)
  })
})
