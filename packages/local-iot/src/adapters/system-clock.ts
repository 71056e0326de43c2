import type { Clock } from '@keg/mqtt-broker'

/** The machine's time; its timers hold no process open. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs).unref()
    return () => clearTimeout(timer)
  },
}
