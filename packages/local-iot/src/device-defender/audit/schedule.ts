import type { ScheduledAudit } from '../../state/audits.ts'

const DAY_MS = 86_400_000
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/** The next midnight, UTC. */
export const nextMidnight = (nowMs: number): number => (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS

/** Whether an audit is due on the day of `nowMs`, UTC, which has just begun. */
export function isDue({ frequency, dayOfWeek, dayOfMonth, lastRunAtMs, createdAtMs }: ScheduledAudit, nowMs: number): boolean {
  const today = new Date(nowMs)
  const isItsDay = DAYS[today.getUTCDay()] === dayOfWeek
  switch (frequency) {
    case 'DAILY': return true
    case 'WEEKLY': return isItsDay
    // The first one on the first such day.
    case 'BIWEEKLY': return isItsDay && (lastRunAtMs === createdAtMs || nowMs - lastRunAtMs > 13 * DAY_MS)
    default: return dayOfMonth === 'LAST' ? new Date(nowMs + DAY_MS).getUTCDate() === 1 : today.getUTCDate() === Number(dayOfMonth)
  }
}
