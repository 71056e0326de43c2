import fc from 'fast-check'
import mqttPacket, { type Packet } from 'mqtt-packet'
import { describe, expect, it } from 'vitest'
import { awsIotLimits } from './aws-iot.ts'
import { PacketReader } from './packet-reader.ts'

const connect: Packet = { cmd: 'connect', clientId: 'a', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 }
const packets: readonly Packet[] = [
  connect,
  { cmd: 'publish', topic: 'a', payload: 'x'.repeat(20), qos: 1, messageId: 1, dup: false, retain: false },
  { cmd: 'publish', topic: 'b', payload: 'y'.repeat(400), qos: 0, dup: false, retain: false },
  { cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'c', qos: 1 }] },
  { cmd: 'puback', messageId: 3 },
  { cmd: 'pingreq' },
]
const stream = Buffer.concat(packets.map((packet) => mqttPacket.generate(packet)))

function readerOf() {
  const read: Packet[] = []
  return { read, reader: new PacketReader((packet) => read.push(packet), awsIotLimits) }
}

describe('PacketReader', () => {
  it('reads the same packets however the stream is cut', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1 }), (sizes) => {
      const { read, reader } = readerOf()
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1
        reader.read(Buffer.from(stream.subarray(at, at + size)))
        at += size
      }
      expect(read.map((packet) => [packet.cmd, packet.cmd === 'publish' ? String(packet.payload) : packet.messageId]))
        .toEqual(packets.map((packet) => [packet.cmd, packet.cmd === 'publish' ? packet.payload : packet.messageId]))
    }))
  })
  it.each([
    ['a length that does not end', Buffer.from([0x30, 0xff, 0xff, 0xff, 0xff]), /variable byte integer/],
    ['a first packet over the limit of a CONNECT', Buffer.from([0x10, 0xff, 0xff, 0x7f]), /at most 65536/],
  ])('refuses %s before the rest has come, and reads nothing more', (_name, bytes, message) => {
    const { read, reader } = readerOf()
    expect(() => reader.read(bytes)).toThrow(message)
    reader.read(mqttPacket.generate(connect))
    expect(read).toEqual([])
  })
  it('refuses a packet over the limit once connected', () => {
    const { reader } = readerOf()
    reader.read(mqttPacket.generate(connect))
    reader.read(Buffer.from([0x30, 0x80, 0x80, 0x05]))
    expect(() => reader.read(Buffer.concat([Buffer.alloc(81_920), Buffer.from([0x30, 0x81, 0x90, 0x09])]))).toThrow(/at most 149504/)
  })
})
