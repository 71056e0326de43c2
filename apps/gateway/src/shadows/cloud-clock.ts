/** The cloud's time, as well as it can be told from what the cloud says. */
export interface CloudClock {
  nowMs(): number
  /** By how much this machine's clock is behind the cloud's, ms; 0 while nothing is known. */
  readonly offsetMs: number
  /** The cloud answered at this second to what was asked at `askedAtMs`, by this machine's clock; the answer came now. */
  learn(askedAtMs: number, cloudSec: number): void
}

/** The cloud says whole seconds: what it says may be so much older. */
const GRAIN_MS = 1_000

/** A clock on top of this machine's. An answer bounds the offset from both sides; bounds that contradict what was known mean that a clock was set. */
export function createCloudClock(nowMs: () => number): CloudClock {
  let known: { low: number; high: number } | undefined
  const offset = () => (known === undefined ? 0 : Math.round((known.low + known.high) / 2))
  return {
    nowMs: () => nowMs() + offset(),
    get offsetMs() {
      return offset()
    },
    learn(askedAtMs, cloudSec) {
      // The cloud's clock was within [cloudSec, cloudSec + 1 s) at a moment between asking and now.
      const next = { low: cloudSec * 1_000 - nowMs(), high: cloudSec * 1_000 + GRAIN_MS - askedAtMs }
      const both = known && { low: Math.max(known.low, next.low), high: Math.min(known.high, next.high) }
      known = both !== undefined && both.low <= both.high ? both : next
    },
  }
}
