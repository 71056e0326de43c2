import { expect, it } from 'vitest'
import { memoryShelves } from '../../../ground/shelf.ts'
import { Metrics } from '../metrics.ts'
import { SampledMetrics } from '../sampled-metrics.ts'
import { statisticSet } from '../statistic-set.ts'
import { Alarms } from './alarms.ts'
import { readCompositeAlarm, readMetricAlarm } from './read-alarm.ts'

const MINUTE_MS = 60_000
const START_MS = Date.parse('2026-11-27T12:00:00Z')
const base = {
  AlarmName: 'warm', Namespace: 'Bar', MetricName: 'celsius', Statistic: 'Average', Period: 60, EvaluationPeriods: 1, Threshold: 8,
  ComparisonOperator: 'GreaterThanThreshold', AlarmActions: ['arn:aws:sns:us-east-1:123456789012:t'],
}

/** Alarms on a clock that is set by hand. */
function alarmsAt() {
  const shelves = memoryShelves()
  const clock = { nowMs: START_MS }
  const nowMs = () => clock.nowMs
  const acted: string[] = []
  const open = () => {
    const metrics = new Metrics(shelves, nowMs)
    const sampled = new SampledMetrics(metrics, nowMs)
    const alarms = new Alarms({
      region: 'us-east-1', accountId: '123456789012', nowMs, shelves, metrics, sampled, log: (text) => acted.push(text),
      announce: (alarm, { from, to }) => acted.push(`${alarm.name}: ${from.value} to ${to.value}`),
      act: async (action, alarm) => void acted.push(`${alarm.name} tells ${action.split(':')[2]}`),
    })
    return { metrics, alarms, sampled, state: (name = 'warm') => alarms.find(name)?.state.value }
  }
  const opened = open()
  const reading = { arn: (name: string) => opened.alarms.arn(name), nowMs: START_MS }
  return {
    ...opened, open, acted, clock,
    put: (members: object) => opened.alarms.put(readMetricAlarm({ ...base, ...members }, reading)),
    putComposite: (AlarmName: string, AlarmRule: string) => opened.alarms.put(readCompositeAlarm({ AlarmName, AlarmRule }, reading)),
    async value(value: number, atMs = clock.nowMs) {
      opened.metrics.put({
        metric: { namespace: 'Bar', name: 'celsius', dimensions: [] }, atMs, unit: 'None', resolutionSec: 60,
        set: statisticSet([[value, 1]]),
      })
      await opened.alarms.settled()
    },
    async tick(toMs: number) {
      clock.nowMs = toMs
      await opened.alarms.evaluate(toMs)
    },
  }
}

it('are evaluated when a period ends, and act once for each change', async () => {
  const { put, value, tick, state, acted } = alarmsAt()
  put({})
  await value(9)
  expect(state()).toBe('INSUFFICIENT_DATA')
  await tick(START_MS + 10_000)
  expect(state()).toBe('INSUFFICIENT_DATA')
  await tick(START_MS + MINUTE_MS)
  await tick(START_MS + 2 * MINUTE_MS)
  expect(state()).toBe('ALARM')
  await value(3)
  await tick(START_MS + 3 * MINUTE_MS)
  expect(acted).toEqual(['warm: INSUFFICIENT_DATA to ALARM', 'warm tells sns', 'warm: ALARM to OK'])
})

it.each([
  ['Maximum', 'GreaterThanThreshold', 9, 'ALARM'],
  ['Sum', 'GreaterThanOrEqualToThreshold', 8, 'ALARM'],
  ['Minimum', 'LessThanThreshold', 7, 'ALARM'],
  ['Average', 'GreaterThanThreshold', 9, 'INSUFFICIENT_DATA'],
  ['Sum', 'LessThanThreshold', 1, 'INSUFFICIENT_DATA'],
  ['Maximum', 'LessThanThreshold', 1, 'INSUFFICIENT_DATA'],
  ['Sum', 'GreaterThanThreshold', 8, 'INSUFFICIENT_DATA'],
])('%s %s at once at %d: %s', async (Statistic, ComparisonOperator, number, expected) => {
  const { put, value, state } = alarmsAt()
  put({ Statistic, ComparisonOperator })
  await value(number)
  expect(state()).toBe(expected)
})

it('do not take a sum that may still fall for settled', async () => {
  const { put, value, state } = alarmsAt()
  put({ Statistic: 'Sum' })
  await value(-5)
  await value(20)
  expect(state()).toBe('INSUFFICIENT_DATA')
})

it('take data of a period that has ended at once', async () => {
  const { put, value, state } = alarmsAt()
  put({})
  await value(9, START_MS - MINUTE_MS)
  expect(state()).toBe('ALARM')
})

it('take a gap for breaching only when its period has ended', async () => {
  const { put, value, tick, state } = alarmsAt()
  put({ TreatMissingData: 'breaching' })
  await value(3)
  expect(state()).toBe('INSUFFICIENT_DATA')
  await tick(START_MS + MINUTE_MS)
  expect(state()).toBe('OK')
  await tick(START_MS + 4 * MINUTE_MS)
  expect(state()).toBe('ALARM')
})

it('keep their state when they are changed, and over a restart', async () => {
  const { put, value, open, state } = alarmsAt()
  put({})
  await value(9, START_MS - MINUTE_MS)
  put({ Threshold: 20 })
  expect([state(), open().state()]).toEqual(['ALARM', 'ALARM'])
})

it('lead composite alarms, which lead others', async () => {
  const { put, putComposite, value, state, alarms } = alarmsAt()
  put({})
  putComposite('any', 'ALARM(warm) OR ALARM(warm)')
  putComposite('none', 'NOT ALARM(any)')
  expect([state('any'), state('none')]).toEqual(['OK', 'ALARM'])
  await value(9, START_MS - MINUTE_MS)
  expect([state('any'), state('none')]).toEqual(['ALARM', 'OK'])
  expect(() => putComposite('any', 'ALARM(none)')).toThrow('would go by itself')
  expect(() => putComposite('self', 'ALARM(self)')).toThrow('would go by itself')
  expect(() => alarms.delete(['warm'])).toThrow('goes by an alarm')
})

it('say why', async () => {
  const { put, value, tick, alarms } = alarmsAt()
  const reason = () => alarms.find('warm')?.state.reason
  put({ EvaluationPeriods: 2, DatapointsToAlarm: 2, TreatMissingData: 'breaching' })
  await value(9.5)
  await tick(START_MS + MINUTE_MS)
  expect(reason()).toBe('Threshold Crossed: 1 out of the last 2 datapoints [9.5 (27/11/26 12:00:00)] was greater than the threshold (8.0) and 1 missing datapoint was treated as [Breaching] (minimum 2 datapoints for OK -> ALARM transition).')
  await value(4)
  await tick(START_MS + 2 * MINUTE_MS)
  expect(reason()).toBe('Threshold Crossed: 1 out of the last 2 datapoints [4.0 (27/11/26 12:01:00)] was not greater than the threshold (8.0) (minimum 1 datapoint for ALARM -> OK transition).')
  await tick(START_MS + 6 * MINUTE_MS)
  expect(reason())
    .toBe('Threshold Crossed: no datapoints were received for 2 periods and 2 missing datapoints were treated as [Breaching].')
})

it('read what services do not put, and take it for the period that ends', async () => {
  const { put, sampled, tick, state } = alarmsAt()
  sampled.add('AWS/SQS', async ({ name }) => (name === 'Visible' ? 12 : undefined))
  put({ Namespace: 'AWS/SQS', MetricName: 'Visible' })
  put({ AlarmName: 'other', Namespace: 'AWS/SQS', MetricName: 'Sent' })
  await tick(START_MS + MINUTE_MS)
  expect([state(), state('other')]).toEqual(['ALARM', 'INSUFFICIENT_DATA'])
})
