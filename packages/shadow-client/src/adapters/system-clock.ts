import type { ShadowClock } from '../clock.ts'

/** The runtime's own time. */
export const systemClock: ShadowClock = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
}
