import { parseTopicName, TopicError, type TopicName } from '@keg/mqtt-topics'
import type { IConnectPacket, IPublishPacket } from 'mqtt-packet'
import { MAX_CLIENT_ID_BYTES, MAX_PAYLOAD_BYTES } from './limits.ts'
import { expiresAt, type Message, type MessageProperties } from './message.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'

type Properties = Readonly<Record<string, unknown>>

// mqtt-packet checks almost nothing of a packet's content; what is not let through here reaches no subscriber.
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0') && !value.includes('\ufffd')
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0
const isUserProperties = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.entries(value).every(([name, entry]) => isText(name) && [entry].flat().every(isText))

const PUBLISH_PROPERTIES: Readonly<Record<string, (value: unknown) => boolean>> = {
  payloadFormatIndicator: (value) => typeof value === 'boolean',
  messageExpiryInterval: isCount,
  topicAlias: isCount,
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

/** A topic that may be published to, or a fault of the client's with reason code 0x90. */
export function checkTopicName(text: string): TopicName {
  if (!isText(text)) throw new ClientFault(ReasonCode.malformedPacket, 'A topic name is no valid UTF-8 or holds a NUL.')
  try {
    return parseTopicName(text)
  } catch (error) {
    if (error instanceof TopicError) throw new ClientFault(ReasonCode.topicNameInvalid, error.message)
    throw error
  }
}

export function checkPublishPacket(packet: IPublishPacket): void {
  if (packet.qos === 2) throw new ClientFault(ReasonCode.qosNotSupported, 'AWS IoT Core takes no QoS 2.')
  if (packet.qos === 1 && !(packet.messageId !== undefined && packet.messageId > 0)) {
    throw new ClientFault(ReasonCode.protocolError, 'A QoS 1 PUBLISH needs a packet id other than 0.')
  }
  if (packet.payload.length > MAX_PAYLOAD_BYTES) {
    throw new ClientFault(ReasonCode.quotaExceeded, `A payload of ${packet.payload.length} bytes; at most ${MAX_PAYLOAD_BYTES} are taken.`)
  }
  checkProperties(packet.properties ?? {}, PUBLISH_PROPERTIES, 'PUBLISH')
}

type PacketProperties = NonNullable<IPublishPacket['properties']>

/** The message of a checked packet; its bytes are copied, since the packet's are slices of what the socket gave. */
export function messageOf(
  packet: Pick<IPublishPacket, 'payload' | 'retain' | 'qos'>,
  topic: string,
  properties: PacketProperties | undefined,
  nowMs: number,
): Message {
  return {
    topic,
    payload: copyOf(packet.payload),
    qos: packet.qos === 1 ? 1 : 0,
    retain: packet.retain,
    properties: properties === undefined ? undefined : forwardedProperties(properties),
    expiresAtMs: expiresAt(nowMs, properties?.messageExpiryInterval),
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

export function checkConnectPacket(packet: IConnectPacket): void {
  const { clientId, will, properties, username } = packet
  if (properties !== undefined && 'authenticationMethod' in properties) {
    throw new ClientFault(ReasonCode.unspecified, 'AWS IoT Core has no enhanced authentication.')
  }
  checkProperties(properties ?? {}, CONNECT_PROPERTIES, 'CONNECT')
  if (!isText(clientId) || Buffer.byteLength(clientId) > MAX_CLIENT_ID_BYTES) {
    throw new ClientFault(ReasonCode.clientIdInvalid, `A client id is UTF-8 text of at most ${MAX_CLIENT_ID_BYTES} bytes.`)
  }
  // mqtt.html: client ids that begin with "$" are reserved.
  if (clientId.startsWith('$')) throw new ClientFault(ReasonCode.clientIdInvalid, 'A client id begins with no "$".')
  if (username !== undefined && !isText(username)) {
    throw new ClientFault(ReasonCode.malformedPacket, 'The user name is no valid UTF-8 text.')
  }
  if (will === undefined) return
  if (will.qos === 2) throw new ClientFault(ReasonCode.qosNotSupported, 'AWS IoT Core takes no QoS 2, for a Will neither.')
  if (will.payload.length > MAX_PAYLOAD_BYTES) {
    throw new ClientFault(ReasonCode.quotaExceeded, `A Will has at most ${MAX_PAYLOAD_BYTES} bytes.`)
  }
  checkProperties(will.properties ?? {}, WILL_PROPERTIES, 'The Will')
  checkTopicName(will.topic)
}
