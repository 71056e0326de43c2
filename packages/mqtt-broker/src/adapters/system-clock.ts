import type { Clock } from '../clock.ts'

/** The longest that a timer of Node.js waits: a longer one would end at once. */
const LONGEST_TIMER_MS = 0x7fff_ffff

/** The machine's time; its timers hold no process open. */
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
