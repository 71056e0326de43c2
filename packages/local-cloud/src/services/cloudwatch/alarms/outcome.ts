import { metricData, readQueries } from '../metric-data.ts'
import type { Metrics } from '../metrics.ts'
import { COMPARISONS, type MetricAlarm, type StateValue } from './alarm.ts'
import { EXTRA_PERIODS, evaluateDatapoints } from './evaluation.ts'

/** What an evaluation came to: a state and why, or that the state stays. */
export interface Outcome {
  readonly value: StateValue
  readonly reason: string
  /** JSON. */
  readonly reasonData: string
}

interface Point {
  readonly atMs: number
  readonly value: number | undefined
}

/** Evaluates an alarm over the periods that end at a time; `undefined`: its state stays. Throws `ServiceException`. */
export function evaluateAlarm(alarm: MetricAlarm, endMs: number, metrics: Metrics): Outcome | undefined {
  const { evaluationPeriods, datapointsToAlarm, periodSec, comparison, threshold, treatMissingData } = alarm
  const periodMs = periodSec * 1000
  const startMs = endMs - (evaluationPeriods + EXTRA_PERIODS) * periodMs
  const [result] = metricData(readQueries(alarm.queries), { startMs, endMs }, metrics)
  const points = Array.from({ length: evaluationPeriods + EXTRA_PERIODS }, (_, index): Point => {
    const atMs = startMs + index * periodMs
    return { atMs, value: result?.series.get(atMs) }
  })
  const breaches = points.map(({ value }) => (value === undefined ? undefined : COMPARISONS[comparison].breaches(value, threshold)))
  const value = evaluateDatapoints(breaches, { evaluationPeriods, datapointsToAlarm, treatMissingData })
  return value === undefined
    ? undefined
    : { value, ...explained(alarm, value, points.filter((point) => point.value !== undefined).slice(-evaluationPeriods), endMs) }
}

/**
 * Whether the period that is under way breaches for good, whatever is still to come: sums of what is not negative, counts and maxima only
 * grow, minima only fall. Other alarms wait for the period's end.
 */
export function breachesForGood({ single, comparison, threshold, periodSec }: MetricAlarm, endMs: number, metrics: Metrics): boolean {
  const statistic = single?.['Statistic']
  if (single === undefined || typeof statistic !== 'string') return false
  const [query] = readQueries([{ Id: 'm1', MetricStat: { Metric: single, Period: periodSec, Stat: statistic, Unit: single['Unit'] } }])
  if (query === undefined || !('stat' in query.of)) return false
  const [set] =
    metrics.range(query.of.metric, { startMs: endMs - periodSec * 1000, endMs, periodMs: periodSec * 1000, unit: query.of.unit }).values()
  if (set === undefined) return false
  const growing: Readonly<Record<string, number>> = { SampleCount: set.count, Maximum: set.max, ...(set.min >= 0 ? { Sum: set.sum } : {}) }
  const falling: Readonly<Record<string, number>> = { Minimum: set.min }
  const value = (comparison.startsWith('Greater') ? growing : falling)[statistic]
  return value !== undefined && COMPARISONS[comparison].breaches(value, threshold)
}

function explained(alarm: MetricAlarm, value: StateValue, points: readonly Point[], endMs: number): Omit<Outcome, 'value'> {
  const { periodSec, threshold, single } = alarm
  const recent = points.map((point) => point.value ?? 0)
  return {
    reason: value === 'INSUFFICIENT_DATA' ? insufficient(alarm) : crossed(alarm, value, points),
    reasonData: JSON.stringify({
      version: '1.0', queryDate: awsTime(endMs), ...(points[0] === undefined ? {} : { startDate: awsTime(points[0].atMs) }),
      ...(typeof single?.['Statistic'] === 'string' ? { statistic: single['Statistic'] } : {}), period: periodSec, recentDatapoints: recent,
      threshold, evaluatedDatapoints: points.map((point) => ({ timestamp: awsTime(point.atMs), value: point.value })).reverse(),
    }),
  }
}

function insufficient({ evaluationPeriods }: MetricAlarm): string {
  return `Insufficient Data: ${evaluationPeriods} datapoint${evaluationPeriods === 1 ? ' was' : 's were'} unknown.`
}

function crossed(alarm: MetricAlarm, value: StateValue, points: readonly Point[]): string {
  const { comparison, threshold, evaluationPeriods: n, datapointsToAlarm: m, treatMissingData } = alarm
  const filled = n - points.length
  const treated = filled > 0 && (treatMissingData === 'breaching' || treatMissingData === 'notBreaching')
  if (points.length === 0) {
    const treatment = treatMissingData === 'breaching' ? 'Breaching' : 'NonBreaching'
    return `Threshold Crossed: no datapoints were received for ${n} period${n === 1 ? '' : 's'} and ${n} missing datapoint${n === 1 ? ' was' : 's were'} treated as [${treatment}].`
  }
  const telling = points.filter(({ value: number }) => COMPARISONS[comparison].breaches(number ?? 0, threshold) === (value === 'ALARM'))
  const shown = telling.map(({ atMs, value: number }) => `${decimal(number ?? 0)} (${shortTime(atMs)})`).reverse().join(', ')
  const verb = `${telling.length === 1 ? 'was' : 'were'}${value === 'ALARM' ? '' : ' not'}`
  const needed = value === 'ALARM' ? m : n - m + 1
  const change = value === 'ALARM' ? 'OK -> ALARM' : 'ALARM -> OK'
  const also = treated ? ` and ${filled} missing datapoint${filled === 1 ? ' was' : 's were'} treated as [${treatMissingData === 'breaching' ? 'Breaching' : 'NonBreaching'}]` : ''
  return `Threshold Crossed: ${telling.length} out of the last ${n} datapoints [${shown}] ${verb} ${COMPARISONS[comparison].words} the threshold (${decimal(threshold)})${also} `
    + `(minimum ${needed} datapoint${needed === 1 ? '' : 's'} for ${change} transition).`
}

/** As `2026-11-27T18:23:14.000+0000`. */
export function awsTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000')
}

/** As `27/11/26 18:23:00`. */
function shortTime(ms: number): string {
  const [, year = '', month, day, time] = /^\d\d(\d\d)-(\d\d)-(\d\d)T([\d:]+)/.exec(new Date(ms).toISOString()) ?? []
  return `${day}/${month}/${year} ${time}`
}

function decimal(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : String(value)
}
