import { metricData, readQueries, type MetricDataResult } from '../metric-data.ts'
import { operation } from './operation.ts'
import { readSpan } from './span.ts'

export const getMetricData = operation('GetMetricData', async (input, { metrics, sampled }) => {
  const queries = readQueries(input.MetricDataQueries)
  for (const { of } of queries) if ('stat' in of) await sampled.sample(of.metric)
  const shortestMs = Math.min(...queries.map(({ of }) => ('stat' in of ? of.periodMs : Infinity)))
  const span = readSpan(input, Number.isFinite(shortestMs) ? shortestMs : 60_000)
  const ascending = input.ScanBy === 'TimestampAscending'
  return { MetricDataResults: metricData(queries, span, metrics).map((result) => described(result, ascending)), Messages: [] }
})

function described({ id, label, series }: MetricDataResult, ascending: boolean) {
  const points = ascending ? [...series] : [...series].reverse()
  return {
    Id: id, Label: label, Timestamps: points.map(([atMs]) => new Date(atMs)), Values: points.map(([, value]) => value),
    StatusCode: 'Complete',
  }
}
