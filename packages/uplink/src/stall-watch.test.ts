import { expect, it } from 'vitest'
import { createStallWatch } from './stall-watch.ts'

/** A clock that stands still until it is told to go on, and a watch of 100 ms on it. */
function bench() {
  let nowMs = 0
  let timers: { atMs: number; run: () => void }[] = []
  const stalledAtMs: number[] = []
  const watch = createStallWatch({
    stallMs: 100,
    clock: {
      nowMs: () => nowMs,
      after(delayMs, run) {
        const timer = { atMs: nowMs + delayMs, run }
        timers.push(timer)
        return () => void (timers = timers.filter((it) => it !== timer))
      },
    },
    onStall: () => stalledAtMs.push(nowMs),
  })
  const go = (untilMs: number) => {
    for (let next = timers[0]; next !== undefined && next.atMs <= untilMs; next = timers[0]) {
      timers.shift()
      nowMs = next.atMs
      next.run()
    }
    nowMs = untilMs
  }
  return { watch, go, stalledAtMs, timers: () => timers.length }
}

it('finds a line stalled once something waited and nothing came for the whole time', () => {
  const { watch, go, stalledAtMs } = bench()
  go(500)
  watch.expect()
  go(1_000)
  expect(stalledAtMs).toEqual([600])
})

it('has patience while acknowledgements come, however long one of them waits', () => {
  const { watch, go, stalledAtMs, timers } = bench()
  watch.expect()
  for (let nowMs = 60; nowMs <= 600; nowMs += 60) {
    watch.expect()
    go(nowMs)
    watch.acknowledged()
  }
  expect(stalledAtMs).toEqual([])
  expect(timers()).toBe(1)
  go(699)
  expect(stalledAtMs).toEqual([])
  go(700)
  expect(stalledAtMs).toEqual([700])
})

it('does not take what was given up for an answer, and starts anew when it was reset', () => {
  const { watch, go, stalledAtMs, timers } = bench()
  watch.expect()
  watch.expect()
  go(90)
  watch.abandoned()
  go(100)
  expect(stalledAtMs).toEqual([100])
  watch.reset()
  expect([watch.waiting, timers()]).toEqual([0, 0])
  watch.expect()
  go(150)
  watch.acknowledged()
  go(1_000)
  expect(stalledAtMs).toEqual([100])
})
