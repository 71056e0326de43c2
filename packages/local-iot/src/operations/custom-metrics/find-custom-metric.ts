import { notFound } from '../../errors/service-exception.ts'
import type { CustomMetric } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'

export const customMetricArn = (state: IotState, metricName: string) => state.arn(`custommetric/${metricName}`)

export function findCustomMetric({ customMetrics }: IotState, metricName: string): CustomMetric {
  const metric = customMetrics.get(metricName)
  if (metric === undefined) throw notFound(`Custom metric ${metricName} does not exist.`)
  return metric
}
