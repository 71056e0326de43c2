import type { CustomMetric } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { customMetricArn, findCustomMetric } from './find-custom-metric.ts'

export const describeCustomMetric =
  operation('DescribeCustomMetric', ({ metricName }, { state }) => described(state, findCustomMetric(state, metricName)))

export const described = (state: IotState, { metricName, metricType, displayName, createdAtMs, modifiedAtMs }: CustomMetric) => ({
  metricName, metricArn: customMetricArn(state, metricName), metricType, displayName,
  creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
})
