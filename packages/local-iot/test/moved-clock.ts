import type { Clock } from '@keg/mqtt-broker'
import { ManualClock } from '@keg/mqtt-broker/testing'

/** A clock that stands at today, where TLS certificates are good, until it is moved. */
export function movedClock(): Clock & { advance(byMs: number): void } {
  const manual = new ManualClock()
  const aheadMs = Date.now() - manual.nowMs()
  return {
    nowMs: () => manual.nowMs() + aheadMs,
    after: (delayMs, callback) => manual.after(delayMs, callback),
    advance: (byMs) => manual.advance(byMs),
  }
}
