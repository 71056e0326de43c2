import { isRange } from '@keg/aws-service'
import type { Behavior, BehaviorCriteria, MetricValue } from '../../model/model.generated.ts'
import type { IotState } from '../../state/iot-state.ts'
import { DURATIONS_SEC, metricOf, OPERATORS, type Metric } from './metrics.ts'

type Known = Pick<IotState, 'customMetrics' | 'dimensions'>

/** AWS IoT Device Defender quotas. */
const MAX_BEHAVIORS = 100

/** Why these behaviors can't be those of a profile, each by a sentence; none where they can. */
export function behaviorFaults(known: Known, behaviors: readonly Behavior[]): string[] {
  const names = behaviors.map(({ name }) => name)
  const doubled = names.find((name, index) => names.indexOf(name) !== index)
  return [
    ...(behaviors.length > MAX_BEHAVIORS ? [`A security profile can have at most ${MAX_BEHAVIORS} behaviors.`] : []),
    ...(doubled === undefined ? [] : [`Behavior names must be unique in a security profile: ${doubled}.`]),
    ...behaviors.flatMap((behavior) => faultsOf(known, behavior)),
  ]
}

/** Why a metric, with the dimension that narrows it down, can't be measured; `undefined` where it can. */
export function metricFault(known: Known, { metric = '', metricDimension }: Pick<Behavior, 'metric' | 'metricDimension'>): string | undefined {
  const kind = metricOf(metric, (name) => known.customMetrics.get(name)?.metricType)
  if (kind === undefined) return `The metric ${metric} is not a metric of AWS's and no custom metric of this account.`
  if (metricDimension === undefined) return undefined
  if (kind.hasTopics !== true) return `The metric ${metric} can not be used with a dimension.`
  const { dimensionName } = metricDimension
  return known.dimensions.has(dimensionName) ? undefined : `The dimension ${dimensionName} does not exist.`
}

function faultsOf(known: Known, behavior: Behavior): string[] {
  const { name, metric, criteria } = behavior
  const at = (fault: string) => `Behavior ${name}: ${fault}`
  if (metric === undefined) return [at('a metric must be given.')]
  const fault = metricFault(known, behavior)
  if (fault !== undefined) return [at(fault)]
  const kind = metricOf(metric, (custom) => known.customMetrics.get(custom)?.metricType)
  if (kind === undefined) return []
  if (criteria === undefined) return [at('criteria must be given.')]
  return criteriaFaults(kind, metric, criteria).map(at)
}

function criteriaFaults(kind: Metric, metric: string, criteria: BehaviorCriteria): string[] {
  const { comparisonOperator, value, durationSeconds, statisticalThreshold, mlDetectionConfig } = criteria
  if (mlDetectionConfig !== undefined) return ['mlDetectionConfig is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.']
  if (statisticalThreshold !== undefined) return ['statisticalThreshold is not emulated by Keg; see KNOWN-GAPS.md of @keg/local-iot.']
  if (comparisonOperator === undefined || value === undefined) return ['a comparisonOperator and a value must be given.']
  const operators = OPERATORS[kind.member]
  const faults: string[] = []
  if (!operators.includes(comparisonOperator)) faults.push(
    `the comparison operator ${comparisonOperator} can not be used with the metric ${metric}: ${operators.join(', ')}.`,
  )
  const fault = valueFault(kind, value)
  if (fault !== undefined) faults.push(fault)
  if (kind.datapoint === 'sum' && durationSeconds === undefined) faults.push(`durationSeconds must be given for the metric ${metric}.`)
  if (durationSeconds !== undefined && !DURATIONS_SEC.includes(durationSeconds))
    faults.push(`durationSeconds must be one of ${DURATIONS_SEC.join(', ')}.`)
  return faults
}

function valueFault({ member }: Metric, value: MetricValue): string | undefined {
  const given = value[member]
  if (given === undefined) return `the value must have the member ${member}.`
  if (member === 'cidrs') {
    const bad = value.cidrs?.find((cidr) => !isRange(cidr))
    return bad === undefined ? undefined : `${bad} is no CIDR.`
  }
  const badPort = member === 'ports' ? value.ports?.find((port) => port < 0 || port > 65_535) : undefined
  return badPort === undefined ? undefined : `${badPort} is no port.`
}
