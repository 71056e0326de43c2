/** Milliseconds to wait before the n-th retry, from 0. */
export type RetryDelay = (attempt: number) => number

const LONGEST_MS = 60_000
export const doublingDelay: RetryDelay = (attempt) => Math.min(1000 * 2 ** attempt, LONGEST_MS)

/** Runs something again later, at most one at a time; each time later than before, until `reset`. */
export function createRetry(delayMs: RetryDelay) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  const cancel = () => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    later(run: () => void) {
      cancel()
      timer = setTimeout(run, delayMs(attempt))
      attempt += 1
    },
    cancel,
    reset() {
      cancel()
      attempt = 0
    },
  }
}
