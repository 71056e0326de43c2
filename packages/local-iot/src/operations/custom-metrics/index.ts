import { createCustomMetric } from './create-custom-metric.ts'
import { deleteCustomMetric } from './delete-custom-metric.ts'
import { describeCustomMetric } from './describe-custom-metric.ts'
import { listCustomMetrics } from './list-custom-metrics.ts'
import { updateCustomMetric } from './update-custom-metric.ts'

/** The operations on custom metrics, by AWS's name. */
export const customMetricOperations = {
  CreateCustomMetric: createCustomMetric,
  DeleteCustomMetric: deleteCustomMetric,
  DescribeCustomMetric: describeCustomMetric,
  ListCustomMetrics: listCustomMetrics,
  UpdateCustomMetric: updateCustomMetric,
} as const
