import type { ShadowClock } from '../clock.ts'

/** Milliseconds to wait before the n-th retry, from 0. */
export type RetryDelay = (attempt: number) => number

const LONGEST_MS = 60_000
export const doublingDelay: RetryDelay = (attempt) => Math.min(1000 * 2 ** attempt, LONGEST_MS)

/** When to try again what failed. */
export interface RetryOptions {
  readonly clock: ShadowClock
  readonly retryDelayMs: RetryDelay
}

/** Runs something again later, at most one at a time; each time later than before, until `reset`. */
export function createRetry({ clock, retryDelayMs }: RetryOptions) {
  let cancel: () => void = () => undefined
  let attempt = 0
  return {
    later(run: () => void) {
      cancel()
      cancel = clock.after(retryDelayMs(attempt), run)
      attempt += 1
    },
    cancel: () => cancel(),
    reset() {
      cancel()
      attempt = 0
    },
  }
}
