import { topicFilterRefusal, topicNameRefusal } from './topic-rules.ts'

/** Where brokers differ in what they do, beside their limits. */
export interface Dialect {
  /** Why no client may publish to this topic, whatever its rights; `undefined` where one may. */
  readonly topicNameRefusal: (topic: string) => string | undefined
  /** Why no client may subscribe with this filter, `$share/{group}/` included; `undefined` where one may. */
  readonly topicFilterRefusal: (filter: string) => string | undefined
  /** Why no client may have this id; `undefined` where one may. */
  readonly clientIdRefusal: (clientId: string) => string | undefined
  /** What the ids of clients that come without one begin with. */
  readonly generatedClientIdPrefix: string
  /**
   * A PUBLISH with QoS 2 is `refused`, which ends the connection, and a subscription with QoS 2 gets QoS 1; or both are `ignored` where
   * MQTT 3.1.1 asks, and end the connection of MQTT 5.
   */
  readonly qos2: 'refused' | 'ignored'
  /** Whether `a/#` matches `a`. */
  readonly hashMatchesParent: boolean
  /** Whether a subscription with wildcards begins with the retained messages that it matches, or one without alone. */
  readonly retainedForWildcards: boolean
  /** Whether messages of topics that begin with `$` are retained. */
  readonly retainsReserved: boolean
  /** Whether MQTT 5's option Retain As Published is followed. */
  readonly retainAsPublished: boolean
  /** Whether what a client did not acknowledge comes under its old packet id with DUP when it is back, or as if it were new. */
  readonly redeliversAsDuplicate: boolean
  /** Whether refusals of MQTT 3.1.1 are told in CONNACK and SUBACK, or the connection just ends. */
  readonly answersRefusals311: boolean
  /** Whether a session of MQTT 3.1.1 goes on with MQTT 5, and the other way round. */
  readonly resumesAcrossVersions: boolean
}

/**
 * The behaviour that the MQTT standards describe.
 *
 * @example const broker = createBroker({ dialect: { ...mqttDialect, generatedClientIdPrefix: 'bar-' } })
 */
export const mqttDialect: Dialect = {
  topicNameRefusal,
  topicFilterRefusal,
  clientIdRefusal: () => undefined,
  generatedClientIdPrefix: 'auto-',
  qos2: 'refused',
  hashMatchesParent: true,
  retainedForWildcards: true,
  retainsReserved: true,
  retainAsPublished: true,
  redeliversAsDuplicate: true,
  answersRefusals311: true,
  resumesAcrossVersions: true,
}
