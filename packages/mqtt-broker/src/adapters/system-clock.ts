import type { Clock } from '../clock.ts'

/** The longest that a timer of Node.js waits: a longer one would end at once. */
const LONGEST_TIMER_MS = 0x7fff_ffff

/**
 * The clock of this machine. Its timers don't keep the process running.
 *
 * @example
 * const startedAtMs = systemClock.nowMs()
 * const cancel = systemClock.after(1_000, () => console.log(systemClock.nowMs() - startedAtMs))
 */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, callback) {
    if (delayMs > LONGEST_TIMER_MS) return afterLong(delayMs, callback)
    const timer = setTimeout(callback, delayMs).unref()
    return () => clearTimeout(timer)
  },
}

function afterLong(delayMs: number, callback: () => void): () => void {
  let cancel = systemClock.after(LONGEST_TIMER_MS, () => {
    cancel = systemClock.after(delayMs - LONGEST_TIMER_MS, callback)
  })
  return () => cancel()
}
