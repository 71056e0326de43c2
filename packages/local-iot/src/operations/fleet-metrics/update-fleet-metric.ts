import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { checkedFleetMetric } from './check-fleet-metric.ts'
import { findFleetMetric } from './find-fleet-metric.ts'

// What is left out stays as it is.
export const updateFleetMetric = operation('UpdateFleetMetric', (input, { state, fleetIndex, fleetMetrics }) => {
  const { metricName, expectedVersion } = input
  const metric = findFleetMetric(state, metricName)
  checkVersion(`fleet metric ${metricName}`, metric, expectedVersion)
  const { aggregationType: { name, values }, periodSec, ...rest } = metric
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const request = { ...rest, aggregationType: { name, values: [...values] }, period: periodSec, ...given }
  const next = { ...metric, ...checkedFleetMetric(request, fleetIndex), version: metric.version + 1, modifiedAtMs: state.clock.nowMs() }
  state.fleetMetrics.set(metricName, next)
  fleetMetrics.schedule(next)
})
