import mqttPacket, { type IPublishPacket, type IPubackPacket, type Packet } from 'mqtt-packet'
import { ClientFault, ReasonCode } from './reason-code.ts'

const PUBLISH = 3
const PUBACK = 0x40

/** A whole packet's bytes: from `start`, with a fixed header up to `body`, to `end`. */
export interface Frame {
  readonly bytes: Buffer
  readonly start: number
  readonly body: number
  readonly end: number
}

/**
 * The packet in a frame, as mqtt-packet reads it; throws {@link ClientFault} where it is none. What most packets are is read by hand, at a
 * fifth of the time.
 */
export const decodePacket = (frame: Frame, protocolVersion: number): Packet =>
  decodePlain(frame, protocolVersion) ?? decodeAny(frame.bytes.subarray(frame.start, frame.end), protocolVersion)

/** A PUBLISH up to QoS 1 without properties, or a PUBACK of success; `undefined` for any other packet, and for one that is cut short. */
export function decodePlain(frame: Frame, protocolVersion: number): IPublishPacket | IPubackPacket | undefined {
  const first = frame.bytes[frame.start] ?? 0
  if (first >> 4 === PUBLISH) return (first & 0b0100) === 0 ? decodePublish(frame, first, protocolVersion) : undefined
  return first === PUBACK ? decodePuback(frame, protocolVersion) : undefined
}

function decodePuback({ bytes, body, end }: Frame, protocolVersion: number): IPubackPacket | undefined {
  const length = end - body
  // MQTT 5 may leave out the reason code of success and the length of no properties.
  const isPlain = length === 2
    || (protocolVersion === 5 && (length === 3 || length === 4) && bytes[body + 2] === 0 && (length === 3 || bytes[body + 3] === 0))
  if (!isPlain) return undefined
  return { cmd: 'puback', messageId: bytes.readUInt16BE(body), length, ...(protocolVersion === 5 ? { reasonCode: 0 } : {}) }
}

function decodePublish({ bytes, body, end }: Frame, first: number, protocolVersion: number): IPublishPacket | undefined {
  const qos = (first & 0b0010) === 0 ? 0 : 1
  const topicEnd = end - body < 2 ? end : body + 2 + bytes.readUInt16BE(body)
  const idEnd = topicEnd + 2 * qos
  const payloadStart = protocolVersion === 5 ? idEnd + 1 : idEnd
  if (end - body < 2 || payloadStart > end || (protocolVersion === 5 && bytes[idEnd] !== 0)) return undefined
  const packet: IPublishPacket = {
    cmd: 'publish', qos, dup: (first & 0b1000) !== 0, retain: (first & 1) !== 0, length: end - body,
    topic: bytes.toString('utf8', body + 2, topicEnd),
    payload: bytes.subarray(payloadStart, end),
  }
  if (qos === 1) packet.messageId = bytes.readUInt16BE(topicEnd)
  return packet
}

/** A parser for each packet: cheap beside reading one, and none is kept for a connection, nor what it remembers of a CONNECT. */
export function decodeAny(bytes: Buffer, protocolVersion: number): Packet {
  const parser = mqttPacket.parser({ protocolVersion })
  const decoded: Packet[] = []
  parser.on('packet', (packet: Packet) => decoded.push(packet))
  parser.on('error', (error: Error) => {
    throw new ClientFault(ReasonCode.malformedPacket, error.message)
  })
  parser.parse(bytes)
  const [packet] = decoded
  if (packet === undefined) throw new ClientFault(ReasonCode.malformedPacket, 'A packet ends before what is in it does.')
  return packet
}
