import mqttPacket, { type IPublishPacket } from 'mqtt-packet'
import { expect, it } from 'vitest'
import type { Message } from './message.ts'
import { encodePublish } from './packet-writer.ts'

const read = (bytes: Uint8Array, protocolVersion: 4 | 5) => {
  const packets: IPublishPacket[] = []
  const parser = mqttPacket.parser({ protocolVersion })
  parser.on('packet', (packet) => packets.push(packet as IPublishPacket))
  parser.parse(Buffer.from(bytes))
  return packets
}
const message = (size: number, more: Partial<Message> = {}): Message => ({
  topic: 'keg/b€r', payload: new Uint8Array(size).fill(7), qos: 1, retain: false, ...more,
})

it.each([4, 5] as const)('writes what any parser reads, protocol version %i', (version) => {
  for (const size of [0, 1, 100, 118, 119, 16_000, 16_383, 100_000]) {
    for (const packetId of [undefined, 1, 0xffff]) {
      for (const retain of [false, true]) {
        const bytes = encodePublish({ message: message(size), retain }, packetId, version, 0)
        const [packet, ...others] = read(bytes ?? new Uint8Array(), version)
        expect(others).toEqual([])
        const body = 2 + 9 + (packetId === undefined ? 0 : 2) + (version === 5 ? 1 : 0) + size
        expect(bytes?.length).toBe(body + (body < 128 ? 2 : body < 16_384 ? 3 : 4))
        expect([packet?.topic, packet?.payload.length, packet?.qos, packet?.retain, packet?.messageId, packet?.dup])
          .toEqual(['keg/b€r', size, packetId === undefined ? 0 : 1, retain, packetId, false])
      }
    }
  }
})
it('writes the properties that MQTT 5 carries along, and what is left of the expiry', () => {
  const properties = { contentType: 't', userProperties: { a: ['b', 'c'] }, correlationData: new Uint8Array([1]) }
  const bytes = encodePublish({ message: message(3, { properties, expiresAtMs: 2500 }), retain: false }, 1, 5, 1000)
  expect(read(bytes ?? new Uint8Array(), 5)[0]?.properties).toMatchObject({
    contentType: 't', messageExpiryInterval: 1, userProperties: { a: ['b', 'c'] },
  })
})
it('writes nothing of a message that has expired', () => {
  expect(encodePublish({ message: message(3, { expiresAtMs: 1000 }), retain: false }, 1, 4, 1000)).toBeUndefined()
})
