import mqttPacket, { type Packet } from 'mqtt-packet'
import type { BrokerCore } from './broker-core.ts'
import type { Client } from './client.ts'
import { NEVER_SEC } from './limits.ts'
import { isExpired, type Message } from './message.ts'
import type { Outbound } from './store.ts'

/** The bytes of any packet in the client's protocol version. */
const encodePacket = (packet: Packet, protocolVersion: 4 | 5): Buffer => mqttPacket.generate(packet, { protocolVersion })

/** The bytes of a packet that has to fit, if need be without its reason string; `undefined` where it does not. [MQTT-3.1.2-24] */
export function encodeWithin(maxBytes: number, packet: Packet, protocolVersion: 4 | 5): Buffer | undefined {
  const bytes = encodePacket(packet, protocolVersion)
  if (bytes.length <= maxBytes) return bytes
  const given = 'properties' in packet ? packet.properties : undefined
  if (given === undefined || !('reasonString' in given)) return undefined
  const { reasonString: _, ...properties } = given
  // A packet of the same kind, with less in it.
  return encodeWithin(maxBytes, { ...packet, properties } as Packet, protocolVersion)
}

/** The PUBLISH for one copy of a message, QoS 1 when it has a packet id; `undefined` when it has expired meanwhile. */
export function encodePublish(
  { message, retain }: Pick<Outbound, 'message' | 'retain'>,
  packetId: number | undefined,
  protocolVersion: 4 | 5,
  nowMs: number,
  dup = false,
): Buffer | undefined {
  // [MQTT-3.3.2-5]
  if (isExpired(message, nowMs)) return undefined
  const { topic, payload, properties, expiresAtMs } = message
  if (protocolVersion === 4) return encodePlain(message, packetId, retain, dup, 0)
  // MQTT 5 without properties says so in one byte.
  if (expiresAtMs === undefined && isEmpty(properties)) return encodePlain(message, packetId, retain, dup, 1)
  const { correlationData, userProperties, ...rest } = properties ?? {}
  return encodePacket(
    {
      cmd: 'publish', topic, payload: asBuffer(payload), qos: packetId === undefined ? 0 : 1, dup, retain,
      ...(packetId === undefined ? {} : { messageId: packetId }),
      properties: {
        ...rest,
        ...(correlationData === undefined ? {} : { correlationData: asBuffer(correlationData) }),
        // A copy, since the encoder's type is a mutable one.
        ...(userProperties === undefined ? {} : { userProperties: { ...userProperties } }),
        // [MQTT-3.3.2-6] What is left of it, rounded down: 0 may be shown in its last second. Four bytes say no more than NEVER_SEC.
        ...(expiresAtMs === undefined ? {} : { messageExpiryInterval: Math.min(NEVER_SEC, Math.floor((expiresAtMs - nowMs) / 1000)) }),
      },
    },
    protocolVersion,
  )
}

/**
 * The PUBLISH, or nothing of a message that can't be written, which is said in the log: it would end each connection that it is sent on.
 */
export function encodedOrDropped(
  { clientId, protocolVersion }: Pick<Client, 'clientId' | 'protocolVersion'>,
  copy: Pick<Outbound, 'message' | 'retain'>,
  packetId: number | undefined,
  dup: boolean,
  { clock, log }: Pick<BrokerCore, 'clock' | 'log'>,
): Buffer | undefined {
  try {
    return encodePublish(copy, packetId, protocolVersion, clock.nowMs(), dup)
  } catch (error) {
    log({
      level: 'error', event: 'message-dropped', clientId, topic: copy.message.topic,
      message: `Not sent, for it can't be written: ${String(error)}`,
    })
    return undefined
  }
}

/** The common case in one buffer and one copy; the general encoder makes six writes of it. */
function encodePlain(
  { topic, payload }: Message, packetId: number | undefined, retain: boolean, dup: boolean, propertyBytes: 0 | 1,
): Buffer {
  const topicBytes = Buffer.byteLength(topic)
  const remaining = 2 + topicBytes + (packetId === undefined ? 0 : 2) + propertyBytes + payload.length
  const lengthBytes = remaining < 128 ? 1 : remaining < 16_384 ? 2 : remaining < 2_097_152 ? 3 : 4
  const packet = Buffer.allocUnsafe(1 + lengthBytes + remaining)
  packet[0] = 0x30 | (dup ? 8 : 0) | (packetId === undefined ? 0 : 2) | (retain ? 1 : 0)
  let at = 1
  for (let left = remaining; at <= lengthBytes; at++) {
    packet[at] = (left & 0x7f) | (at < lengthBytes ? 0x80 : 0)
    left >>>= 7
  }
  at = packet.writeUInt16BE(topicBytes, at)
  at += packet.write(topic, at)
  if (packetId !== undefined) at = packet.writeUInt16BE(packetId, at)
  if (propertyBytes === 1) packet[at++] = 0
  packet.set(payload, at)
  return packet
}

function isEmpty(properties: object | undefined): boolean {
  for (const _ in properties) return false
  return true
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A PUBACK without properties in four bytes: MQTT 5 lets success leave its reason code out. */
export function encodePuback(packetId: number): Buffer {
  // From the memory that small buffers share: for each message, an array and its copy would be felt.
  const packet = Buffer.allocUnsafe(4)
  packet[0] = 0x40
  packet[1] = 2
  packet[2] = packetId >> 8
  packet[3] = packetId & 0xff
  return packet
}
