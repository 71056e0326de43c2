import { setTimeout as sleep } from 'node:timers/promises'

/** The longest delay of a timer in Node: about 24 days. */
const TIMER_MAX_MS = 2 ** 31 - 1

/** Waits, also for longer than a timer of Node can: up to a year. Rejects when the signal aborts. */
export async function longSleep(ms: number, signal: AbortSignal): Promise<void> {
  for (let leftMs = ms; leftMs >= 0; leftMs -= TIMER_MAX_MS) await sleep(Math.min(leftMs, TIMER_MAX_MS), undefined, { signal })
}
