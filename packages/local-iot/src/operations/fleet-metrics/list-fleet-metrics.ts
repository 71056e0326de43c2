import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { metricArn } from './find-fleet-metric.ts'

export const listFleetMetrics = operation('ListFleetMetrics', ({ nextToken, maxResults }, { state }) => {
  const { items, nextToken: next } = page(state.fleetMetrics.keys(), (metricName) => metricName, nextToken, maxResults ?? 25)
  return { fleetMetrics: items.map((metricName) => ({ metricName, metricArn: metricArn(state, metricName) })), nextToken: next }
})
