import type { Behavior } from '../../model/model.generated.ts'

/** The member of a metric's value that holds it. */
export type ValueMember = 'count' | 'cidrs' | 'ports' | 'number' | 'numbers' | 'strings'

/**
 * A metric. Of `sum` the datapoint is all that came in its window, of `each` every value by itself, of `elapsed` the time since.
 */
export interface Metric {
  readonly side: 'cloud' | 'device'
  readonly member: ValueMember
  readonly datapoint: 'sum' | 'each' | 'elapsed'
  /** Whether a dimension may narrow it down to topics. */
  readonly hasTopics?: true
}

const cloud = { side: 'cloud', member: 'count' } as const
const device = { side: 'device', member: 'count' } as const

/**
 * What AWS measures, or is told by devices.
 *
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-cloud-side-metrics.html
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-device-side-metrics.html
 */
const AWS_METRICS: Readonly<Record<string, Metric>> = {
  'aws:message-byte-size': { ...cloud, datapoint: 'each', hasTopics: true },
  'aws:num-messages-sent': { ...cloud, datapoint: 'sum', hasTopics: true },
  'aws:num-messages-received': { ...cloud, datapoint: 'sum', hasTopics: true },
  'aws:num-authorization-failures': { ...cloud, datapoint: 'sum', hasTopics: true },
  'aws:source-ip-address': { side: 'cloud', member: 'cidrs', datapoint: 'each', hasTopics: true },
  'aws:num-connection-attempts': { ...cloud, datapoint: 'sum' },
  'aws:num-disconnects': { ...cloud, datapoint: 'sum' },
  'aws:disconnect-duration': { ...cloud, datapoint: 'elapsed' },
  'aws:all-bytes-in': { ...device, datapoint: 'sum' },
  'aws:all-bytes-out': { ...device, datapoint: 'sum' },
  'aws:all-packets-in': { ...device, datapoint: 'sum' },
  'aws:all-packets-out': { ...device, datapoint: 'sum' },
  'aws:num-listening-tcp-ports': { ...device, datapoint: 'each' },
  'aws:num-listening-udp-ports': { ...device, datapoint: 'each' },
  'aws:num-established-tcp-connections': { ...device, datapoint: 'each' },
  'aws:listening-tcp-ports': { side: 'device', member: 'ports', datapoint: 'each' },
  'aws:listening-udp-ports': { side: 'device', member: 'ports', datapoint: 'each' },
  'aws:destination-ip-addresses': { side: 'device', member: 'cidrs', datapoint: 'each' },
}

/** The member by which a device's own metrics of a type are compared. */
const CUSTOM_MEMBER: Readonly<Partial<Record<string, ValueMember>>> = {
  number: 'number', 'number-list': 'numbers', 'string-list': 'strings', 'ip-address-list': 'cidrs',
}

/** What is known of a metric: one of AWS's, or one that the account has defined; `undefined` where there is none of this name. */
export function metricOf(name: string, customType: (metricName: string) => string | undefined): Metric | undefined {
  if (name.startsWith('aws:')) return Object.hasOwn(AWS_METRICS, name) ? AWS_METRICS[name] : undefined
  const type = customType(name)
  const member = CUSTOM_MEMBER[type ?? '']
  return member === undefined ? undefined : { side: 'device', member, datapoint: 'each' }
}

const ORDERS: readonly string[] = ['less-than', 'less-than-equals', 'greater-than', 'greater-than-equals']

/** The comparisons that a value's member can be held by. */
export const OPERATORS: Readonly<Record<ValueMember, readonly string[]>> = {
  count: ORDERS, number: ORDERS,
  cidrs: ['in-cidr-set', 'not-in-cidr-set'], ports: ['in-port-set', 'not-in-port-set'],
  numbers: ['in-set', 'not-in-set'], strings: ['in-set', 'not-in-set'],
}

/** In seconds; a datapoint where a behavior says none. */
export const DATAPOINT_SEC = 300

/** @see https://docs.aws.amazon.com/iot/latest/apireference/API_BehaviorCriteria.html */
export const DURATIONS_SEC: readonly number[] = [300, 600, 900, 1800, 3600]

/** The measure of a behavior, as one text: its metric and the topics that count. */
export const measureOf = ({ metric = '', metricDimension }: Pick<Behavior, 'metric' | 'metricDimension'>): string =>
  (metricDimension === undefined ? metric : `${metric} ${metricDimension.operator ?? 'IN'} ${metricDimension.dimensionName}`)
