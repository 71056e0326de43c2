import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { usedBy } from '../security-profiles/used-by.ts'
import { customMetricArn } from './find-custom-metric.ts'

// Deleting a metric that is not there succeeds: the model lists no ResourceNotFoundException.
export const deleteCustomMetric = operation('DeleteCustomMetric', ({ metricName }, { state }) => {
  const profile = usedBy(state, ({ metric }) => metric === metricName)
  if (profile !== undefined) throw invalidRequest(`Custom metric ${metricName} is used by the security profile ${profile}.`)
  state.customMetrics.delete(metricName)
  state.tags.delete(customMetricArn(state, metricName))
  return {}
})
