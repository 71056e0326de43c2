import { Token, type Duration } from 'aws-cdk-lib'
import type { CfnSecurityProfile } from 'aws-cdk-lib/aws-iot'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import type { Refusals } from '../device/refusals.ts'
import type { ICustomMetric } from './custom-metric.ts'
import type { DefenseTopics } from './defense-topics.ts'

/** What every {@link Behavior} can say beside. */
export interface BehaviorOptions {
  /** @default - what is measured, as `messages-sent`; two of one kind in a profile need names */
  readonly name?: string
  /** So many datapoints in a row begin the alarm. @default 1 */
  readonly alarmAfter?: number
  /** So many datapoints in a row end it. @default 1 */
  readonly clearAfter?: number
  /** Whether nobody is told of it; the violation is listed still. @default false */
  readonly silent?: boolean
}

/** The bound of a number. */
export type BehaviorBound = { readonly atMost: number } | { readonly atLeast: number }
/** The only ones that are as they should be, or those that are never. */
export type BehaviorMembers<T> = { readonly only: readonly T[] } | { readonly never: readonly T[] }

/** Counted over a time. */
export interface BehaviorWindow {
  /** 5, 10, 15, 30 or 60 minutes. */
  readonly within: Duration
}

/** Counted on topics. */
export interface BehaviorTopics {
  /** @default - on all topics */
  readonly topics?: DefenseTopics
}

const WINDOWS_SEC = [300, 600, 900, 1_800, 3_600]

/** Makes the dimension of topics in the profile's scope, or finds it there. */
export type DimensionOf = (topics: DefenseTopics) => CfnSecurityProfile.MetricDimensionProperty

interface Measured extends BehaviorOptions {
  readonly metric: string
  readonly value: CfnSecurityProfile.MetricValueProperty
  readonly comparisonOperator: string
  readonly within?: Duration | undefined
  readonly topics?: DefenseTopics | undefined
}

/**
 * How a device is as it should be: one that is not is in violation of the {@link SecurityProfile}.
 *
 * @example
 * import { Duration } from 'aws-cdk-lib'
 * Behavior.messagesSent({ atMost: 0, within: Duration.minutes(5), topics: DefenseTopics.otherThan('keg/+/${iot:ClientId}/#') })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-cloud-side-metrics.html
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/detect-device-side-metrics.html
 */
export class Behavior {
  readonly #measured: Measured
  /** Unique in a profile. */
  readonly name: string

  /** How many messages a device sends. */
  static messagesSent(props: BehaviorBound & BehaviorWindow & BehaviorTopics & BehaviorOptions): Behavior {
    return Behavior.#counted('num-messages-sent', 'messages-sent', props)
  }

  /** How many messages a device gets. */
  static messagesReceived(props: BehaviorBound & BehaviorWindow & BehaviorTopics & BehaviorOptions): Behavior {
    return Behavior.#counted('num-messages-received', 'messages-received', props)
  }

  /** How often a device is refused what it asks for. */
  static authorizationFailures(props: BehaviorBound & BehaviorWindow & BehaviorTopics & BehaviorOptions): Behavior {
    return Behavior.#counted('num-authorization-failures', 'authorization-failures', props)
  }

  /** How often a device tries to connect. */
  static connectionAttempts(props: BehaviorBound & BehaviorWindow & BehaviorOptions): Behavior {
    return Behavior.#counted('num-connection-attempts', 'connection-attempts', props)
  }

  /** How often a device's connection ends. */
  static disconnects(props: BehaviorBound & BehaviorWindow & BehaviorOptions): Behavior {
    return Behavior.#counted('num-disconnects', 'disconnects', props)
  }

  /** How many bytes each message has. */
  static messageBytes(props: BehaviorBound & BehaviorTopics & BehaviorOptions): Behavior {
    return Behavior.#counted('message-byte-size', 'message-bytes', props)
  }

  /** How long a device is away, in whole minutes. */
  static awayFor({ atMost, ...options }: { readonly atMost: Duration } & BehaviorOptions): Behavior {
    return Behavior.#counted('disconnect-duration', 'away-for', { ...options, atMost: atMost.toMinutes() })
  }

  /** From which addresses a device connects, as CIDRs. */
  static connectsFrom(props: BehaviorMembers<string> & BehaviorTopics & BehaviorOptions): Behavior {
    return Behavior.#listed('aws:source-ip-address', 'connects-from', 'cidrs', 'cidr-set', props)
  }

  /** How many bytes go out, as the device reports it. */
  static bytesOut(props: BehaviorBound & BehaviorWindow & BehaviorOptions): Behavior {
    return Behavior.#counted('all-bytes-out', 'bytes-out', props)
  }

  /** How many bytes come in, as the device reports it. */
  static bytesIn(props: BehaviorBound & BehaviorWindow & BehaviorOptions): Behavior {
    return Behavior.#counted('all-bytes-in', 'bytes-in', props)
  }

  /** How many packets go out, as the device reports it. */
  static packetsOut(props: BehaviorBound & BehaviorWindow & BehaviorOptions): Behavior {
    return Behavior.#counted('all-packets-out', 'packets-out', props)
  }

  /** How many packets come in, as the device reports it. */
  static packetsIn(props: BehaviorBound & BehaviorWindow & BehaviorOptions): Behavior {
    return Behavior.#counted('all-packets-in', 'packets-in', props)
  }

  /** How many TCP connections stand, as the device reports it. */
  static establishedConnections(props: BehaviorBound & BehaviorOptions): Behavior {
    return Behavior.#counted('num-established-tcp-connections', 'established-connections', props)
  }

  /** At which TCP ports a device listens, as it reports it. */
  static listensOnTcp(props: BehaviorMembers<number> & BehaviorOptions): Behavior {
    return Behavior.#listed('aws:listening-tcp-ports', 'listens-on-tcp', 'ports', 'port-set', props)
  }

  /** At which UDP ports a device listens, as it reports it. */
  static listensOnUdp(props: BehaviorMembers<number> & BehaviorOptions): Behavior {
    return Behavior.#listed('aws:listening-udp-ports', 'listens-on-udp', 'ports', 'port-set', props)
  }

  /** Which addresses a device talks to, as CIDRs, as it reports it. */
  static talksTo(props: BehaviorMembers<string> & BehaviorOptions): Behavior {
    return Behavior.#listed('aws:destination-ip-addresses', 'talks-to', 'cidrs', 'cidr-set', props)
  }

  /** A number of your own, which devices report. */
  static number(metric: ICustomMetric, props: BehaviorBound & BehaviorOptions): Behavior {
    return new Behavior({
    ...ordered(props), ...options(props, metric.node.id), metric: metric.metricName, value: { number: boundOf(props) },
  })
  }

  /** Numbers of your own, which devices report. */
  static numbers(metric: ICustomMetric, props: BehaviorMembers<number> & BehaviorOptions): Behavior {
    return Behavior.#listed(metric.metricName, metric.node.id, 'numbers', 'set', props)
  }

  /** Texts of your own, which devices report. */
  static texts(metric: ICustomMetric, props: BehaviorMembers<string> & BehaviorOptions): Behavior {
    return Behavior.#listed(metric.metricName, metric.node.id, 'strings', 'set', props)
  }

  /** Addresses of your own, which devices report, as CIDRs. */
  static addresses(metric: ICustomMetric, props: BehaviorMembers<string> & BehaviorOptions): Behavior {
    return Behavior.#listed(metric.metricName, metric.node.id, 'cidrs', 'cidr-set', props)
  }

  static #counted(
    metric: string, name: string, props: BehaviorBound & Partial<BehaviorWindow> & BehaviorTopics & BehaviorOptions,
  ): Behavior {
    const { within, topics } = props
    return new Behavior({
      ...ordered(props), ...options(props, name), metric: `aws:${metric}`, value: { count: String(boundOf(props)) }, within, topics,
    })
  }

  static #listed<T>(
    metric: string, name: string, member: 'cidrs' | 'ports' | 'numbers' | 'strings', set: string,
    props: BehaviorMembers<T> & BehaviorTopics & BehaviorOptions,
  ): Behavior {
    const [operator, members] = 'only' in props ? ['in', props.only] : ['not-in', props.never]
    return new Behavior({
      ...options(props, name), metric, comparisonOperator: `${operator}-${set}`, value: { [member]: [...members] }, topics: props.topics,
    })
  }

  private constructor(measured: Measured & { readonly name: string }) {
    this.#measured = measured
    this.name = measured.name
  }

  /** As CloudFormation has it. For {@link SecurityProfile}. */
  bind(at: string, refusals: Refusals, dimensionOf: DimensionOf): CfnSecurityProfile.BehaviorProperty {
    const { metric, value, comparisonOperator, within, topics, alarmAfter = 1, clearAfter = 1, silent } = this.#measured
    refusals.text(`${at}.name`, this.name, TEXT.behaviorName)
    refusals.range(`${at}.alarmAfter`, alarmAfter, [1, 10], 'datapoints')
    refusals.range(`${at}.clearAfter`, clearAfter, [1, 10], 'datapoints')
    const durationSeconds = within?.toSeconds()
    if (durationSeconds !== undefined && !Token.isUnresolved(durationSeconds) && !WINDOWS_SEC.includes(durationSeconds))
      refusals.refuse(`${at}.within`, `${durationSeconds} s are not what AWS IoT takes; take 5, 10, 15, 30 or 60 minutes`)
    return present({
      name: this.name, metric, suppressAlerts: silent, metricDimension: topics && dimensionOf(topics),
      criteria: present({
        comparisonOperator, value, durationSeconds, consecutiveDatapointsToAlarm: alarmAfter, consecutiveDatapointsToClear: clearAfter,
      }),
    })
  }
}

const boundOf = (bound: BehaviorBound): number => ('atMost' in bound ? bound.atMost : bound.atLeast)
const ordered = (bound: BehaviorBound) => ({ comparisonOperator: 'atMost' in bound ? 'less-than-equals' : 'greater-than-equals' })

const options = ({ name, alarmAfter, clearAfter, silent }: BehaviorOptions, named: string) =>
  ({ name: name ?? named, ...present({ alarmAfter, clearAfter, silent }) })
