import { expect, it } from 'vitest'
import { scheduleExpression } from './schedule-expression.ts'

const after = '2026-11-25T12:30:00.000Z'
const anchor = '2026-11-25T12:28:00.000Z'

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
it.each<[string, string, string | undefined]>([
  ['rate(1 minute)', 'UTC', '2026-11-25T12:31:00.000Z'],
  ['rate(5 minutes)', 'UTC', '2026-11-25T12:33:00.000Z'],
  ['rate(2 hours)', 'UTC', '2026-11-25T14:28:00.000Z'],
  ['cron(0/15 * * * ? *)', 'UTC', '2026-11-25T12:45:00.000Z'],
  ['cron(15 12 * * ? *)', 'UTC', '2026-11-26T12:15:00.000Z'],
  ['cron(0 18 ? * MON-FRI *)', 'UTC', '2026-11-25T18:00:00.000Z'],
  ['cron(0 8 1 * ? *)', 'UTC', '2026-12-01T08:00:00.000Z'],
  ['cron(0 10 ? * 1 *)', 'UTC', '2026-11-29T10:00:00.000Z'],
  ['cron(0 10 ? * 6#1 *)', 'UTC', '2026-12-04T10:00:00.000Z'],
  ['cron(0 0 L * ? *)', 'UTC', '2026-11-30T00:00:00.000Z'],
  ['cron(0 12 25 12 ? 2026-2027)', 'UTC', '2026-12-25T12:00:00.000Z'],
  ['cron(0 12 1 1 ? 2026)', 'UTC', undefined],
  ['cron(0 14 * * ? *)', 'Europe/Berlin', '2026-11-25T13:00:00.000Z'],
  ['at(2026-11-25T13:00:00)', 'UTC', '2026-11-25T13:00:00.000Z'],
  ['at(2026-11-25T14:00:00)', 'Europe/Berlin', '2026-11-25T13:00:00.000Z'],
  ['at(2026-11-25T12:00:00)', 'UTC', undefined],
])('%s in %s', (expression, timeZone, expected) => {
  const next = scheduleExpression(expression, { timeZone, anchorMs: Date.parse(anchor) })(Date.parse(after))
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(expected)
})

it('is due when a rate begins', () => {
  expect(scheduleExpression('rate(1 day)', { timeZone: 'UTC', anchorMs: Date.parse(anchor) })(Date.parse(anchor) - 1))
    .toBe(Date.parse(anchor))
})

it.each([
  'every minute', 'rate(1 minutes)', 'rate(5 minute)', 'rate(0 minutes)', 'cron(* * * * *)', 'cron(0 10 * * * *)', 'cron(61 10 * * ? *)',
  'at(tomorrow)',
])('refuses %s', (expression) => {
  expect(() => scheduleExpression(expression, { timeZone: 'UTC', anchorMs: 0 })).toThrow(/ScheduleExpression is not valid/)
})
