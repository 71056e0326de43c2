import type { CallAws } from '@keg/local-iot'
import type { Ground } from '../../ground/ground.ts'
import { cloudWatch } from '../cloudwatch/name.ts'

const NAMESPACE = 'AWS/IoTFleetMetrics'

/** As AWS IoT hands fleet metrics to CloudWatch. */
interface FleetDatum {
  readonly MetricName: string
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[]
  readonly Value: number
  readonly Unit?: string
}

/** Puts fleet metrics where AWS's services have theirs: the namespace is refused to whoever asks by PutMetricData, rules included. */
export const withFleetMetrics = ({ start }: Pick<Ground, 'start'>, call: CallAws): CallAws => async (asked, caller) => {
  const isOwn = caller.roleArn === undefined && asked.operation === 'PutMetricData' && asked.input['Namespace'] === NAMESPACE
  if (!isOwn) return call(asked, caller)
  const { metrics } = await start(cloudWatch)
  // What the core sends of itself.
  for (const { MetricName, Dimensions, Value, Unit } of asked.input['MetricData'] as readonly FleetDatum[])
    metrics.count(NAMESPACE, MetricName, Object.fromEntries(Dimensions.map(({ Name, Value: of }) => [Name, of])), Value, Unit ?? 'None')
  return {}
}
