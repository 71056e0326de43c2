import { operation } from '../operation.ts'
import { findFleetMetric, metricArn } from './find-fleet-metric.ts'

export const describeFleetMetric = operation('DescribeFleetMetric', ({ metricName }, { state }) => {
  const { aggregationType: { name, values }, periodSec, createdAtMs, modifiedAtMs, ...metric } = findFleetMetric(state, metricName)
  return {
    ...metric, metricArn: metricArn(state, metricName), aggregationType: { name, values: [...values] }, period: periodSec,
    creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
  }
})
