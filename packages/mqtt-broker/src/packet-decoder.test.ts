import fc from 'fast-check'
import mqttPacket, { type Packet } from 'mqtt-packet'
import { expect, it } from 'vitest'
import { decodeAny, decodePacket, decodePlain } from './packet-decoder.ts'

const qos = fc.constantFrom(0 as const, 1 as const)
const publish = fc.record({
  cmd: fc.constant('publish' as const), topic: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), qos, dup: fc.boolean(),
  retain: fc.boolean(), messageId: fc.integer({ min: 1, max: 0xffff }),
  payload: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
}).map(({ messageId, dup, ...packet }) => ({ ...packet, dup: dup && packet.qos === 1, ...(packet.qos === 1 ? { messageId } : {}) }))
const puback = fc.record({ cmd: fc.constant('puback' as const), messageId: fc.integer({ min: 1, max: 0xffff }) })
const version = fc.constantFrom(4 as const, 5 as const)

/** The frame of one packet that is all there is. */
function frameOf(bytes: Buffer) {
  const body = bytes.findIndex((byte, index) => index > 0 && byte < 0x80) + 1
  return { bytes, start: 0, body, end: bytes.length }
}
/** What handlers look at: mqtt-packet leaves a few more fields on its packets. */
const essence = (packet: Packet) => {
  if (packet.cmd === 'puback') return [packet.cmd, packet.messageId, packet.reasonCode, packet.properties]
  if (packet.cmd !== 'publish') return [packet.cmd]
  const { topic, payload, messageId, properties, length } = packet
  return [packet.cmd, topic, Buffer.from(payload), packet.qos, packet.dup, packet.retain, messageId, properties, length]
}
const outcome = (decode: () => Packet) => {
  try {
    return essence(decode())
  } catch (error) {
    return String(error)
  }
}

it('reads by hand what mqtt-packet reads', () => {
  fc.assert(fc.property(fc.oneof(publish, puback), version, (packet: Packet, protocolVersion) => {
    const bytes = mqttPacket.generate(packet, { protocolVersion })
    const plain = decodePlain(frameOf(bytes), protocolVersion)
    expect(plain && essence(plain)).toEqual(essence(decodeAny(bytes, protocolVersion)))
  }))
})
it('takes and refuses what mqtt-packet takes and refuses, whatever the bytes', () => {
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.tuple(fc.nat(4), fc.uint8Array({ maxLength: 12 })).map(([length, rest]) => Uint8Array.from([0, length, ...rest])),
  )
  fc.assert(fc.property(fc.constantFrom(3, 4), fc.nat(15), body, version, (type, flags, content, protocolVersion) => {
    const bytes = Buffer.from([(type << 4) | flags, content.length, ...content])
    expect(outcome(() => decodePacket(frameOf(bytes), protocolVersion))).toEqual(outcome(() => decodeAny(bytes, protocolVersion)))
  }), { numRuns: 5000 })
})
