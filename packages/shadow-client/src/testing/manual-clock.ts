import type { ShadowClock } from '../clock.ts'

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends ShadowClock {
  /** Goes on by that much, milliseconds, and lets everything that falls due happen, in order. */
  advance(byMs: number): Promise<void>
  /** How many are waiting to be called. */
  readonly waiting: number
}

/** Lets everything happen that does not wait for time. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export function createManualClock(): ManualClock {
  const timers = new Set<{ readonly dueMs: number; readonly run: () => void }>()
  let nowMs = 0
  return {
    nowMs: () => nowMs,
    after(delayMs, run) {
      const timer = { dueMs: nowMs + Math.max(delayMs, 0), run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    async advance(byMs) {
      const untilMs = nowMs + byMs
      for (;;) {
        await settled()
        const [first] = [...timers].sort((a, b) => a.dueMs - b.dueMs)
        if (first === undefined || first.dueMs > untilMs) break
        timers.delete(first)
        nowMs = first.dueMs
        first.run()
      }
      nowMs = untilMs
    },
    get waiting() {
      return timers.size
    },
  }
}
