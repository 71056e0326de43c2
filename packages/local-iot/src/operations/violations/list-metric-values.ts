import { measureOf, metricOf } from '../../device-defender/detect/metrics.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'

const PAGE_SIZE = 25

// Values of metrics that no behavior and no metric to retain asks for are not kept.
export const listMetricValues = operation('ListMetricValues', (input, { state, detector }) => {
  const { thingName, metricName, dimensionName, dimensionValueOperator, startTime, endTime, maxResults = PAGE_SIZE, nextToken } = input
  if (startTime > endTime) throw invalidRequest('startTime must not be after endTime.')
  const kind = metricOf(metricName, (name) => state.customMetrics.get(name)?.metricType)
  if (kind === undefined) throw invalidRequest(`The metric ${metricName} does not exist.`)
  const metricDimension = dimensionName === undefined ? undefined : { dimensionName, operator: dimensionValueOperator }
  const values = detector.values(measureOf({ metric: metricName, metricDimension }), thingName, kind.datapoint === 'sum')
  const listed = values.filter(({ atMs }) => atMs >= startTime.getTime() && atMs <= endTime.getTime())
  const { items, nextToken: next } = page(listed, ({ atMs }) => String(atMs).padStart(16, '0'), nextToken, maxResults)
  return { metricDatumList: items.map(({ atMs, value }) => ({ timestamp: new Date(atMs), value })), nextToken: next }
})
