import { matchesTopicFilter } from '@keg/mqtt-topics'
import type { Behavior } from '../../model/model.generated.ts'
import type { Dimension, SecurityProfile } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'
import { measureOf, metricOf, type Metric } from './metrics.ts'

/** A behavior of a profile. */
export interface Watch {
  readonly profile: SecurityProfile
  readonly behavior: Behavior
}

/** A metric, with the topics that count, and whoever wants to know. */
export interface Measure {
  readonly key: string
  readonly metric: string
  readonly kind: Metric
  readonly isOnTopic: (value: OnTopic) => boolean
  readonly watches: Watch[]
  /** Profiles that have its values kept, whatever they are. */
  readonly keeping: SecurityProfile[]
}

/** Where a value comes from. */
export interface OnTopic {
  readonly thingName: string
  readonly clientId?: string | undefined
  /** Absent for what is of no topic. */
  readonly topic?: string | undefined
}

/** The measures that the account's profiles ask for, by metric. */
export function measuresOf(state: Pick<IotState, 'securityProfiles' | 'customMetrics' | 'dimensions'>): ReadonlyMap<string, readonly Measure[]> {
  const measures = new Map<string, Measure>()
  const measure = (asked: Pick<Behavior, 'metric' | 'metricDimension'>): Measure | undefined => {
    const { metric = '', metricDimension } = asked
    const kind = metricOf(metric, (name) => state.customMetrics.get(name)?.metricType)
    if (kind === undefined) return undefined
    const key = measureOf(asked)
    const dimension = metricDimension && state.dimensions.get(metricDimension.dimensionName)
    const isOnTopic = metricDimension === undefined ? () => true : onTopics(dimension, metricDimension.operator === 'NOT_IN')
    const known = measures.get(key) ?? { key, metric, kind, isOnTopic, watches: [], keeping: [] }
    measures.set(key, known)
    return known
  }
  for (const profile of state.securityProfiles.values()) {
    if (profile.targets.length === 0) continue
    for (const behavior of profile.behaviors) measure(behavior)?.watches.push({ profile, behavior })
    for (const retained of profile.metricsToRetain) measure(retained)?.keeping.push(profile)
  }
  return Map.groupBy(measures.values(), ({ metric }) => metric)
}

function onTopics(dimension: Dimension | undefined, isOutside: boolean): (value: OnTopic) => boolean {
  return ({ topic, thingName, clientId = thingName }) => {
    if (dimension === undefined || topic === undefined) return false
    const isOn = (text: string) => {
      const names = [...text.matchAll(VARIABLE)].map(([, variable]) => (variable === 'ClientId' ? clientId : thingName))
      // A name's + and # are letters, which no topic has.
      if (names.some((name) => /[+#]/.test(name))) return false
      return matchesTopicFilter(text.replaceAll(VARIABLE, () => names.shift() ?? ''), topic)
    }
    return dimension.stringValues.some(isOn) !== isOutside
  }
}

const VARIABLE = /\$\{iot:(ClientId|ThingName)\}/g
