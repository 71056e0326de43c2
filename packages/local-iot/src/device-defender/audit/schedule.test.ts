import { describe, expect, it } from 'vitest'
import { isDue, nextMidnight } from './schedule.ts'

const at = (text: string) => Date.parse(`${text}Z`)
// A Thursday.
const created = at('2026-12-24T18:00')
const audit = (rest: object) =>
  ({ scheduledAuditName: 'a', frequency: 'DAILY', targetCheckNames: [], createdAtMs: created, lastRunAtMs: created, ...rest })

describe('a scheduled audit', () => {
  it('looks at the clock at midnight', () => expect(nextMidnight(created)).toBe(at('2026-12-25T00:00')))
  it.each<[object, string, boolean]>([
    [{}, '2026-12-25', true],
    [{ frequency: 'WEEKLY', dayOfWeek: 'FRI' }, '2026-12-25', true],
    [{ frequency: 'WEEKLY', dayOfWeek: 'SAT' }, '2026-12-25', false],
    [{ frequency: 'BIWEEKLY', dayOfWeek: 'FRI' }, '2026-12-25', true],
    [{ frequency: 'BIWEEKLY', dayOfWeek: 'FRI', lastRunAtMs: at('2026-12-25T00:00') }, '2027-01-01', false],
    [{ frequency: 'BIWEEKLY', dayOfWeek: 'FRI', lastRunAtMs: at('2026-12-25T00:00') }, '2027-01-08', true],
    [{ frequency: 'MONTHLY', dayOfMonth: '25' }, '2026-12-25', true],
    [{ frequency: 'MONTHLY', dayOfMonth: 'LAST' }, '2026-12-31', true],
    [{ frequency: 'MONTHLY', dayOfMonth: 'LAST' }, '2026-12-30', false],
    [{ frequency: 'MONTHLY', dayOfMonth: 'LAST' }, '2027-02-28', true],
  ])('%j is due on %s: %s', (rest, day, due) => expect(isDue(audit(rest), at(`${day}T00:00`))).toBe(due))
})
