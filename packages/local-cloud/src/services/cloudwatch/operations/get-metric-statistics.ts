import { readMetric, readPeriod, readStatistic } from '../metric-data.ts'
import type { Metric } from '../metric.ts'
import type { Metrics } from '../metrics.ts'
import type { Datapoint, GetMetricStatisticsInput } from '../model.generated.ts'
import { invalidCombination, invalidValue } from '../refusal.ts'
import { isStatistic, statistic } from '../statistic-set.ts'
import { operation } from './operation.ts'
import { readSpan } from './span.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
const DATAPOINTS_MAX = 1_440

export const getMetricStatistics = operation('GetMetricStatistics', async (input, { metrics, sampled }) => {
  const metric = readMetric({ ...input })
  await sampled.sample(metric)
  return { Label: metric.name, Datapoints: datapoints(metric, input, metrics) }
})

function datapoints(metric: Metric, input: GetMetricStatisticsInput, metrics: Metrics): Datapoint[] {
  const { Period, Statistics = [], ExtendedStatistics = [], Unit: unit } = input
  const periodMs = readPeriod(Period) * 1000
  const span = readSpan(input, periodMs)
  const wanted = (span.endMs - span.startMs) / periodMs
  if (wanted > DATAPOINTS_MAX) {
    throw invalidCombination(`You have requested up to ${Math.ceil(wanted)} datapoints, which exceeds the limit of ${DATAPOINTS_MAX}. `
      + 'You may reduce the datapoints requested by increasing Period, or decreasing the time range.')
  }
  const [simple, extended] = [Statistics.map(readStatistic), ExtendedStatistics.map(readStatistic)]
  if (simple.length === 0 && extended.length === 0)
    throw invalidCombination('At least one of the parameters Statistics and ExtendedStatistics is required.')
  if (extended.some((name) => !name.startsWith('p'))) throw invalidValue('Percentiles are extended statistics, and they alone.')
  return (unit === undefined ? metrics.units(metric) : [unit]).flatMap((each) =>
    [...metrics.range(metric, { ...span, periodMs, unit: each })].map(([atMs, set]) => ({
      Timestamp: new Date(atMs),
      Unit: each,
      ...Object.fromEntries(simple.map((name) => [name, statistic(name, set)])),
      ...(extended.length === 0
        ? {}
        : { ExtendedStatistics: Object.fromEntries(extended.filter(isStatistic).map((name) => [name, statistic(name, set) ?? 0])) }),
    })))
}
