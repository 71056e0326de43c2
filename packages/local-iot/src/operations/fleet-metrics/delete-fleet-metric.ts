import { checkVersion } from '../check-version.ts'
import { operation } from '../operation.ts'
import { metricArn } from './find-fleet-metric.ts'

// "No output if you specify a fleet metric that doesn't exist": managing-fleet-metrics.html.
export const deleteFleetMetric = operation('DeleteFleetMetric', ({ metricName, expectedVersion }, { state, fleetMetrics }) => {
  const metric = state.fleetMetrics.get(metricName)
  if (metric === undefined) return
  checkVersion(`fleet metric ${metricName}`, metric, expectedVersion)
  fleetMetrics.stop(metricName)
  state.fleetMetrics.delete(metricName)
  state.tags.delete(metricArn(state, metricName))
})
