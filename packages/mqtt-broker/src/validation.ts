import type { IConnectPacket, IPublishPacket } from 'mqtt-packet'
import type { Dialect } from './dialect.ts'
import type { BrokerLimits } from './limits.ts'
import type { Message, MessageProperties } from './message.ts'
import { levelsRefusal } from './topic-rules.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'

type Properties = Readonly<Record<string, unknown>>

// mqtt-packet checks almost nothing of a packet's content; what is not let through here reaches no subscriber.
export const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0') && !value.includes('\ufffd')
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
const isUserProperties = (value: unknown) =>
  typeof value === 'object'
  && value !== null
  && Object.entries(value).every(([name, entry]) => isText(name) && [entry].flat().every(isText))

const PUBLISH_PROPERTIES: Readonly<Record<string, (value: unknown) => boolean>> = {
  payloadFormatIndicator: (value) => typeof value === 'boolean',
  messageExpiryInterval: isCount,
  topicAlias: isCount,
  // [MQTT-3.3.2-14]
  responseTopic: (value) => isText(value) && value !== '' && !/[+#]/.test(value),
  correlationData: (value) => value instanceof Uint8Array,
  userProperties: isUserProperties,
  contentType: isText,
}
const WILL_PROPERTIES = { ...PUBLISH_PROPERTIES, willDelayInterval: isCount, topicAlias: () => false }
const CONNECT_PROPERTIES: Readonly<Record<string, (value: unknown) => boolean>> = {
  sessionExpiryInterval: isCount,
  receiveMaximum: (value) => isCount(value) && value > 0,
  maximumPacketSize: (value) => isCount(value) && value > 0,
  topicAliasMaximum: isCount,
  requestResponseInformation: (value) => typeof value === 'boolean',
  requestProblemInformation: (value) => typeof value === 'boolean',
  userProperties: isUserProperties,
}

function checkProperties(properties: Properties, allowed: Readonly<Record<string, (value: unknown) => boolean>>, packet: string): void {
  for (const [name, value] of Object.entries(properties)) {
    if (!Object.hasOwn(allowed, name)) {
      throw new ClientFault(ReasonCode.protocolError, `${packet} carries the property ${name}, which has no place there.`)
    }
    if (!allowed[name]?.(value)) {
      throw new ClientFault(ReasonCode.protocolError, `${packet} carries a ${name} that is malformed or there twice.`)
    }
  }
}

/** Throws for a topic that may not be published to, a fault of the client's with reason code 0x90. */
export function checkTopicName(text: string, { maxTopicLevels }: BrokerLimits, dialect: Dialect): void {
  if (!isText(text)) throw new ClientFault(ReasonCode.malformedPacket, 'A topic name is no valid UTF-8 or holds a NUL.')
  const refusal = dialect.topicNameRefusal(text) ?? levelsRefusal(text, maxTopicLevels)
  if (refusal !== undefined) throw new ClientFault(ReasonCode.topicNameInvalid, refusal)
}

export function checkPublishPacket(packet: IPublishPacket, { maxPayloadBytes }: BrokerLimits): void {
  if (packet.qos === 2) throw new ClientFault(ReasonCode.qosNotSupported, 'This broker takes no QoS 2.')
  if (packet.qos === 1 && !(packet.messageId !== undefined && packet.messageId > 0)) {
    throw new ClientFault(ReasonCode.protocolError, 'A QoS 1 PUBLISH needs a packet id other than 0.')
  }
  if (packet.payload.length > maxPayloadBytes) {
    throw new ClientFault(ReasonCode.quotaExceeded, `A payload of ${packet.payload.length} bytes; at most ${maxPayloadBytes} are taken.`)
  }
  checkProperties(packet.properties ?? {}, PUBLISH_PROPERTIES, 'PUBLISH')
}

type PacketProperties = NonNullable<IPublishPacket['properties']>

/** The message of a checked packet; its bytes are copied, since the packet's are slices of what the socket gave. */
export function messageOf(
  packet: Pick<IPublishPacket, 'payload' | 'retain' | 'qos'>,
  topic: string,
  properties: PacketProperties | undefined,
  expiresAtMs: number | undefined,
): Message {
  return {
    topic,
    payload: copyOf(packet.payload),
    qos: packet.qos === 1 ? 1 : 0,
    retain: packet.retain,
    properties: properties === undefined ? undefined : forwardedProperties(properties),
    expiresAtMs,
  }
}

/** In the memory that small buffers share: an allocation for each message would cost more than all else that is done with it. */
function copyOf(payload: Buffer | string): Uint8Array {
  const { buffer, byteOffset, length } = typeof payload === 'string' ? Buffer.from(payload) : Buffer.from(payload)
  return new Uint8Array(buffer, byteOffset, length)
}

function forwardedProperties(properties: PacketProperties): MessageProperties {
  const { payloadFormatIndicator, contentType, responseTopic, correlationData, userProperties } = properties
  return {
    ...(payloadFormatIndicator === undefined ? {} : { payloadFormatIndicator }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(responseTopic === undefined ? {} : { responseTopic }),
    ...(correlationData === undefined ? {} : { correlationData: new Uint8Array(correlationData) }),
    ...(userProperties === undefined ? {} : { userProperties }),
  }
}

export function checkConnectPacket(packet: IConnectPacket, limits: BrokerLimits, dialect: Dialect): void {
  const { maxClientIdBytes, maxPayloadBytes } = limits
  const { clientId, will, properties, username } = packet
  if (properties !== undefined && 'authenticationMethod' in properties) {
    throw new ClientFault(ReasonCode.unspecified, 'This broker has no enhanced authentication.')
  }
  checkProperties(properties ?? {}, CONNECT_PROPERTIES, 'CONNECT')
  if (!isText(clientId) || Buffer.byteLength(clientId) > maxClientIdBytes) {
    throw new ClientFault(ReasonCode.clientIdInvalid, `A client id is UTF-8 text of at most ${maxClientIdBytes} bytes.`)
  }
  const refusedId = dialect.clientIdRefusal(clientId)
  if (refusedId !== undefined) throw new ClientFault(ReasonCode.clientIdInvalid, refusedId)
  if (username !== undefined && !isText(username)) {
    throw new ClientFault(ReasonCode.malformedPacket, 'The user name is no valid UTF-8 text.')
  }
  if (will === undefined) return
  // [MQTT-3.2.2-12]
  if (will.qos === 2) throw new ClientFault(ReasonCode.qosNotSupported, 'This broker takes no QoS 2, for a Will neither.')
  if (will.payload.length > maxPayloadBytes) {
    throw new ClientFault(ReasonCode.quotaExceeded, `A Will has at most ${maxPayloadBytes} bytes.`)
  }
  checkProperties(will.properties ?? {}, WILL_PROPERTIES, 'The Will')
  checkTopicName(will.topic, limits, dialect)
}
