import { operation } from '../operation.ts'
import { described } from './describe-custom-metric.ts'
import { findCustomMetric } from './find-custom-metric.ts'

export const updateCustomMetric = operation('UpdateCustomMetric', ({ metricName, displayName }, { state }) => {
  const metric = { ...findCustomMetric(state, metricName), displayName, modifiedAtMs: state.clock.nowMs() }
  state.customMetrics.set(metricName, metric)
  return described(state, metric)
})
