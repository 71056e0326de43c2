import { parseTopicFilter, parseTopicName, TopicError } from '@keg/mqtt-topics'
import type { Dialect } from './dialect.ts'
import { defaultLimits, type BrokerLimits } from './limits.ts'

/**
 * The limits of AWS IoT Core: the defaults of its quotas page, unless a comment says otherwise.
 *
 * @example const broker = createBroker({ dialect: awsIotDialect, limits: { ...awsIotLimits, maxKeptSessions: 100 } })
 * @see https://docs.aws.amazon.com/general/latest/gr/iot-core.html#message-broker-limits
 */
export const awsIotLimits: BrokerLimits = {
  ...defaultLimits,
  maxPayloadBytes: 128 * 1024,
  // What CONNACK announces: a payload of 128 KB and room for topic and properties.
  maxPacketBytes: 149_504,
  // Ours.
  maxConnectBytes: 64 * 1024,
  // A hundred packets.
  maxEarlyBytes: 100 * 149_504,
  maxClientIdBytes: 128,
  // Counted by what checks topics.
  maxTopicLevels: Number.POSITIVE_INFINITY,
  maxInFlight: 100,
  // QoS 1 without a PUBACK is sent again for an hour; every how many seconds is not stated.
  resendAfterMs: 30_000,
  resendForMs: 3_600_000,
  maxTopicAliases: 8,
  maxSubscriptions: 50,
  maxFiltersPerSubscribe: 8,
  minKeepAliveSec: 30,
  maxKeepAliveSec: 1200,
  maxSessionExpirySec: 3600,
  maxMessageExpirySec: 604_800,
  maxRetainedMessages: 5000,
  maxWebSocketMs: 86_400_000,
  // life-cycle-events.html#connect-disconnect
  rememberedForMs: 3_600_000,
  publishesPerSec: 100,
  bytesPerSec: 512 * 1024,
  connectsPerSec: 1,
  queuedPerSec: 10,
  sharedQueuedPerSec: 20,
}

/**
 * Where AWS IoT Core differs from MQTT, or makes a choice that MQTT leaves open.
 *
 * @example const broker = createBroker({ dialect: awsIotDialect, limits: awsIotLimits })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/mqtt.html#mqtt-differences
 */
export const awsIotDialect: Dialect = {
  topicNameRefusal: (topic) => refusalOf(parseTopicName, topic),
  topicFilterRefusal: (filter) => refusalOf(parseTopicFilter, filter),
  // mqtt.html: client ids that begin with "$" are reserved.
  clientIdRefusal: (clientId) => (clientId.startsWith('$') ? 'A client id begins with no "$".' : undefined),
  generatedClientIdPrefix: '$GEN/',
  qos2: 'ignored',
  hashMatchesParent: false,
  // mqtt.html#mqtt-retain
  retainedForWildcards: false,
  retainsReserved: false,
  retainAsPublished: false,
  redeliversAsDuplicate: false,
  answersRefusals311: false,
  // mqtt.html#mqtt-persistent-sessions-create
  resumesAcrossVersions: false,
}

function refusalOf(parse: (text: string) => unknown, text: string): string | undefined {
  try {
    parse(text)
    return undefined
  } catch (error) {
    if (error instanceof TopicError) return error.message
    throw error
  }
}
