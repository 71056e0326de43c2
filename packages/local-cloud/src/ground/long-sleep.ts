import { setTimeout as sleep } from 'node:timers/promises'

/** The longest that a timer of Node's takes: about 24 days. */
const TIMER_MAX_MS = 2 ** 31 - 1

/** Sleeps, for as long as a year; rejects where the signal aborts. */
export async function longSleep(ms: number, signal: AbortSignal): Promise<void> {
  for (let leftMs = ms; leftMs >= 0; leftMs -= TIMER_MAX_MS) await sleep(Math.min(leftMs, TIMER_MAX_MS), undefined, { signal })
}
