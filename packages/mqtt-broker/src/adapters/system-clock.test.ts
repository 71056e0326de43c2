import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { systemClock } from './system-clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const DAY_MS = 86_400_000

it('waits longer than a timer of Node.js can', () => {
  const called: string[] = []
  systemClock.after(60 * DAY_MS, () => called.push('in sixty days'))
  const cancel = systemClock.after(50 * DAY_MS, () => called.push('never'))
  vi.advanceTimersByTime(30 * DAY_MS)
  cancel()
  vi.advanceTimersByTime(30 * DAY_MS - 1)
  expect(called).toEqual([])
  vi.advanceTimersByTime(1)
  expect(called).toEqual(['in sixty days'])
})
