import { type Input, numberOf, recordsOf, textOf, textsOf, timeMsOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import { metricData, readMetric, readPeriod, readQueries, readStatistic, type MetricDataResult, type Span } from './metric-data.ts'
import { metricKey, type Metric } from './metric.ts'
import type { Metrics } from './metrics.ts'
import { invalid, invalidCombination, invalidValue, missing } from './refusal.ts'
import type { SampledMetrics } from './sampled-metrics.ts'
import { isStatistic, statistic } from './statistic-set.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
const DATAPOINTS_MAX = 1_440
/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
const LISTED_MAX = 500
const LISTED_MS = 14 * 24 * 3_600_000
const RECENTLY_MS = 3 * 3_600_000

/** Asking for values. */
export function queryOperations(metrics: Metrics, sampled: SampledMetrics, nowMs: () => number): Operations {
  return {
    GetMetricData: async (input) => {
      const queries = readQueries(input['MetricDataQueries'])
      for (const { of } of queries) if ('stat' in of) await sampled.sample(of.metric)
      const shortestMs = Math.min(...queries.map(({ of }) => ('stat' in of ? of.periodMs : Infinity)))
      const span = readSpan(input, Number.isFinite(shortestMs) ? shortestMs : 60_000)
      const ascending = input['ScanBy'] === 'TimestampAscending'
      return { MetricDataResults: metricData(queries, span, metrics).map((result) => described(result, ascending)), Messages: [] }
    },
    GetMetricStatistics: async (input) => {
      const metric = readMetric(input)
      await sampled.sample(metric)
      return { Label: metric.name, Datapoints: datapoints(metric, input, metrics) }
    },
    ListMetrics: (input) => listMetrics(input, metrics, nowMs()),
  }
}

/** Times begin at full minutes or, for shorter periods, at full ones of these. */
function readSpan({ StartTime, EndTime }: Input, periodMs: number): Span {
  const startMs = timeMsOf(StartTime)
  const endMs = timeMsOf(EndTime)
  if (startMs === undefined || endMs === undefined) throw missing(startMs === undefined ? 'StartTime' : 'EndTime')
  if (startMs >= endMs) throw invalid('The parameter StartTime must be less than the parameter EndTime.')
  const stepMs = Math.min(periodMs, 60_000)
  return { startMs: Math.floor(startMs / stepMs) * stepMs, endMs }
}

function described({ id, label, series }: MetricDataResult, ascending: boolean): object {
  const points = ascending ? [...series] : [...series].reverse()
  return { Id: id, Label: label, Timestamps: points.map(([atMs]) => new Date(atMs)), Values: points.map(([, value]) => value), StatusCode: 'Complete' }
}

function datapoints(metric: Metric, input: Input, metrics: Metrics): object[] {
  const periodMs = readPeriod(input['Period']) * 1000
  const span = readSpan(input, periodMs)
  const wanted = (span.endMs - span.startMs) / periodMs
  if (wanted > DATAPOINTS_MAX) {
    throw invalidCombination(`You have requested up to ${Math.ceil(wanted)} datapoints, which exceeds the limit of ${DATAPOINTS_MAX}. You may reduce the datapoints requested by increasing Period, or decreasing the time range.`)
  }
  const simple = textsOf(input['Statistics']).map(readStatistic)
  const extended = textsOf(input['ExtendedStatistics']).map(readStatistic)
  if (simple.length === 0 && extended.length === 0) throw invalidCombination('At least one of the parameters Statistics and ExtendedStatistics is required.')
  if (simple.some((name) => name.startsWith('p')) || extended.some((name) => !name.startsWith('p'))) throw invalidValue('Percentiles are extended statistics, and they alone.')
  const unit = textOf(input['Unit'])
  return (unit === undefined ? metrics.units(metric) : [unit]).flatMap((each) => [...metrics.range(metric, { ...span, periodMs, unit: each })].map(([atMs, set]) => ({
    Timestamp: new Date(atMs), Unit: each,
    ...Object.fromEntries(simple.map((name) => [name, statistic(name, set)])),
    ...(extended.length === 0 ? {} : { ExtendedStatistics: Object.fromEntries(extended.filter(isStatistic).map((name) => [name, statistic(name, set)])) }),
  })))
}

function listMetrics(input: Input, metrics: Metrics, nowMs: number): object {
  const from = numberOf(input['NextToken'] ?? 0)
  if (from === undefined || from < 0) throw invalidValue('The parameter NextToken is invalid.')
  const namespace = textOf(input['Namespace'])
  const name = textOf(input['MetricName'])
  const wanted = recordsOf(input['Dimensions']).map(({ Name, Value }) => ({ Name: textOf(Name), Value: textOf(Value) }))
  const sinceMs = nowMs - (input['RecentlyActive'] === 'PT3H' ? RECENTLY_MS : LISTED_MS)
  const found = metrics.list().filter(({ metric, lastMs }) => lastMs >= sinceMs && (namespace === undefined || metric.namespace === namespace) && (name === undefined || metric.name === name)
    && wanted.every(({ Name, Value }) => metric.dimensions.some((dimension) => dimension.Name === Name && (Value === undefined || dimension.Value === Value))))
    .map(({ metric }) => metric).sort((a, b) => (metricKey(a) < metricKey(b) ? -1 : 1))
  return {
    Metrics: found.slice(from, from + LISTED_MAX).map((metric) => ({ Namespace: metric.namespace, MetricName: metric.name, Dimensions: metric.dimensions })),
    NextToken: from + LISTED_MAX < found.length ? String(from + LISTED_MAX) : undefined,
  }
}

