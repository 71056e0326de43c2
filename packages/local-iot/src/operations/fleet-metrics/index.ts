import { createFleetMetric } from './create-fleet-metric.ts'
import { deleteFleetMetric } from './delete-fleet-metric.ts'
import { describeFleetMetric } from './describe-fleet-metric.ts'
import { listFleetMetrics } from './list-fleet-metrics.ts'
import { updateFleetMetric } from './update-fleet-metric.ts'

/** The operations on fleet metrics, by AWS's name. */
export const fleetMetricOperations = {
  CreateFleetMetric: createFleetMetric,
  DeleteFleetMetric: deleteFleetMetric,
  DescribeFleetMetric: describeFleetMetric,
  ListFleetMetrics: listFleetMetrics,
  UpdateFleetMetric: updateFleetMetric,
} as const
