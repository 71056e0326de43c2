import { pageStart } from '@keg/aws-service'
import { metricKey } from '../metric.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
const LISTED_MAX = 500
const LISTED_MS = 14 * 24 * 3_600_000
const RECENTLY_MS = 3 * 3_600_000

export const listMetrics = operation('ListMetrics', (input, { metrics, nowMs }) => {
  const { Namespace, MetricName, Dimensions = [], RecentlyActive } = input
  const from = pageStart(input.NextToken, 'InvalidParameterValueException')
  const sinceMs = nowMs() - (RecentlyActive === 'PT3H' ? RECENTLY_MS : LISTED_MS)
  const found = metrics.list()
    .filter(({ metric, lastMs }) =>
      lastMs >= sinceMs && [undefined, metric.namespace].includes(Namespace) && [undefined, metric.name].includes(MetricName))
    .map(({ metric }) => metric)
    .filter(({ dimensions }) => Dimensions.every(({ Name, Value }) => dimensions.some((each) =>
      each.Name === Name && (Value === undefined || each.Value === Value))))
    .sort((a, b) => (metricKey(a) < metricKey(b) ? -1 : 1))
  return {
    Metrics: found.slice(from, from + LISTED_MAX)
      .map(({ namespace, name, dimensions }) => ({ Namespace: namespace, MetricName: name, Dimensions: dimensions })),
    NextToken: from + LISTED_MAX < found.length ? String(from + LISTED_MAX) : undefined,
  }
})
