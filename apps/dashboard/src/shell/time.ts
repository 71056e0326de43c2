const SOON_MS = 15_000
const DAY_MS = 24 * 3_600_000

/**
 * When something was, as text: `now`, a time of today, or a day and a time; in the browser's own way of writing them.
 *
 * @example asOf(Date.now() - 1_000, Date.now())  // 'now'
 */
export function asOf(atMs: number | undefined, nowMs: number): string {
  if (atMs === undefined) return 'never'
  if (Math.abs(nowMs - atMs) < SOON_MS) return 'now'
  return Math.abs(nowMs - atMs) < DAY_MS / 2 ? new Date(atMs).toLocaleTimeString() : new Date(atMs).toLocaleString()
}
