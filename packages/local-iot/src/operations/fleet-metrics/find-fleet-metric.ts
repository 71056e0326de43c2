import type { FleetMetric } from '../../state/fleet-metrics.ts'
import type { IotState } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'

export function findFleetMetric({ fleetMetrics }: IotState, metricName: string): FleetMetric {
  const metric = fleetMetrics.get(metricName)
  if (metric === undefined) throw notFound(`Fleet metric ${metricName} does not exist.`)
  return metric
}

export const metricArn = (state: IotState, metricName: string): string => state.arn(`fleetmetric/${metricName}`)
