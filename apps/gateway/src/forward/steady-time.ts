import type { Clock } from '@keg/mqtt-broker'

/** Milliseconds that never go back: where the clock is set back, they stand still until it goes on. */
export function steadyTime(clock: Clock): () => number {
  let lastMs = clock.nowMs()
  let steadyMs = lastMs
  return () => {
    const nowMs = clock.nowMs()
    steadyMs += Math.max(0, nowMs - lastMs)
    lastMs = nowMs
    return steadyMs
  }
}
