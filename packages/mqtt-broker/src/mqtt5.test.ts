import mqttPacket, { type IConnectPacket, type Packet } from 'mqtt-packet'
import { describe, expect, it } from 'vitest'
import { connectClient, MemoryClient } from './testing/memory-client.ts'
import { openBroker } from './testing/open-broker.ts'

// What `conformance/mqtt5-statements.json` names that no other test here shows.

const version = 5 as const
const text = (payload: string | Uint8Array) => Buffer.from(payload).toString()
const publishes = async (client: MemoryClient) => (await client.settled()).flatMap((packet) => (packet.cmd === 'publish' ? [packet] : []))
const bytesOf = (packet: Packet) => mqttPacket.generate(packet, { protocolVersion: version })
const connectPacket = (more: Partial<IConnectPacket> = {}): Packet => ({
  cmd: 'connect', clientId: 'keg-1', protocolId: 'MQTT', protocolVersion: version, clean: true, keepalive: 60, ...more,
})
const held = { version, clean: false, properties: { sessionExpiryInterval: 600 } }
const will = { topic: 'wills', payload: Buffer.from('gone'), qos: 1 as const, retain: false }

/** A connected client, and a broker around it. */
const connected = async (more: Parameters<typeof connectClient>[1] = {}) => {
  const opened = openBroker()
  return { ...opened, ...(await connectClient(opened.broker, { version, ...more })) }
}
/** The bytes of a packet with some changed. */
function changed(bytes: Buffer, ...changes: readonly (readonly [at: number, value: number])[]): Buffer {
  const copy = Buffer.from(bytes)
  for (const [at, value] of changes) copy[at] = value
  return copy
}

describe('CONNECT', () => {
  const plain = bytesOf(connectPacket())
  // Fixed header, protocol name, version, then the flags.
  const FLAGS = 9
  it.each([
    { what: 'another protocol name', bytes: changed(plain, [7, 88]) },
    { what: 'a protocol version to come', bytes: changed(plain, [8, 6]) },
    { what: 'the reserved flag', bytes: changed(plain, [FLAGS, 3]) },
    { what: 'a Will QoS without a Will', bytes: changed(plain, [FLAGS, 2 | 8]) },
    { what: 'a Will to be retained without a Will', bytes: changed(plain, [FLAGS, 2 | 32]) },
    { what: 'less than its flags say', bytes: changed(plain, [FLAGS, 2 | 128]) },
    {
      what: 'a user name that is no UTF-8',
      bytes: changed(bytesOf(connectPacket({ username: 'xy' })), [bytesOf(connectPacket({ username: 'xy' })).length - 1, 0xff]),
    },
    { what: 'a client id that is no UTF-8', bytes: changed(plain, [plain.length - 1, 0xff]) },
  ])('with $what ends the connection, and nothing that follows is read', async ({ bytes }) => {
    const { broker } = openBroker()
    const seen: string[] = []
    broker.subscribe('#', ({ topic }) => seen.push(topic))
    const client = new MemoryClient(broker, version)
    client.sendBytes(Buffer.concat([bytes, bytesOf({ cmd: 'publish', topic: 'a', payload: 'x', qos: 0, dup: false, retain: false })]))
    await client.closed
    expect([seen, client.received.every((packet) => packet.cmd === 'connack' && (packet.reasonCode ?? 0) >= 0x80)]).toEqual([[], true])
  })
  it('that is refused is told by CONNACK and not DISCONNECT, without a session, and nothing that follows is read', async () => {
    const { broker } = openBroker({ connect: () => Promise.resolve({ accepted: false, code: 0x87, reason: 'no' }) })
    const seen: string[] = []
    broker.subscribe('#', ({ topic }) => seen.push(topic))
    const client = new MemoryClient(broker, version)
    client.sendBytes(Buffer.concat([
      bytesOf(connectPacket({ clean: false })), bytesOf({ cmd: 'publish', topic: 'a', payload: 'x', qos: 0, dup: false, retain: false }),
    ]))
    await client.closed
    expect(client.received).toMatchObject([{ cmd: 'connack', reasonCode: 0x87, sessionPresent: false }])
    expect(seen).toEqual([])
  })
  it('a second time is a protocol error', async () => {
    const { client } = await connected()
    client.send(connectPacket())
    expect((await client.next('disconnect')).reasonCode).toBe(0x82)
    await client.closed
    expect(client.received).toEqual([])
  })
  it('may carry every client id of 1 to 23 letters and digits', async () => {
    const { broker } = openBroker()
    for (const clientId of ['0', 'aZ9', '0123456789abcdefghijklm', 'ABCDEFGHIJKLMNOPQRSTUVW', 'nopqrstuvwxyzXYZ']) {
      expect((await connectClient(broker, { version, clientId })).connack.reasonCode).toBe(0)
    }
  })
  it('gets each client that has none an id of its own', async () => {
    const { broker } = openBroker()
    const ids = await Promise.all(
      [1, 2].map(async () => (await connectClient(broker, { version, clientId: '' })).connack.properties?.assignedClientIdentifier),
    )
    expect(new Set(ids).size).toBe(2)
  })
  it('finds a session, or makes one', async () => {
    const { broker } = openBroker()
    for (const present of [false, true]) {
      const { client, connack } = await connectClient(broker, held)
      expect([connack.sessionPresent, connack.reasonCode]).toEqual([present, 0])
      client.stream.destroy()
      await client.closed
    }
    expect((await connectClient(broker, { ...held, clean: true })).connack.sessionPresent).toBe(false)
  })
  it('says how large packets may be: what is larger is not sent, reason strings are left out first', async () => {
    const { broker } = openBroker({ refusal: (_action, topic) => (topic === 'secret' ? 'no'.repeat(100) : undefined) })
    const { client } = await connectClient(broker, { version, properties: { maximumPacketSize: 60 } })
    client.publish('secret', 'x', { qos: 1, messageId: 1 })
    const { reasonCode, properties } = await client.next('puback')
    expect([reasonCode, properties?.reasonString]).toEqual([0x87, undefined])
    client.publish('secret', 'x')
    expect((await client.next('disconnect')).properties?.reasonString).toBeUndefined()
    const tiny = new MemoryClient(broker, version)
    tiny.send(connectPacket({ clientId: 'tiny', properties: { maximumPacketSize: 5 } }))
    await tiny.closed
    expect(tiny.received).toEqual([])
  })
  it.each([{ asked: true, told: 'no' }, { asked: false, told: undefined }])('may ask for no reason strings: $asked', async ({
    asked, told,
  }) => {
    const { broker } = openBroker({ refusal: (_action, topic) => (topic === 'secret' ? 'no' : undefined) })
    const { client } = await connectClient(broker, { version, properties: { requestProblemInformation: asked } })
    client.publish('secret', 'x', { qos: 1, messageId: 1 })
    expect((await client.next('puback')).properties?.reasonString).toBe(told)
  })
})

describe('a Will', () => {
  it.each([true, false])('is retained where it says so: %s', async (retain) => {
    const { broker, client, clock } = await connected({ will: { ...will, retain } })
    client.stream.destroy()
    await client.closed
    expect(broker.retained.list(clock.nowMs()).map(({ message }) => message.topic)).toEqual(retain ? ['wills'] : [])
  })
  it('is published once', async () => {
    const { broker, client } = await connected({ ...held, will })
    const seen: string[] = []
    broker.subscribe('wills', ({ topic }) => seen.push(topic))
    client.stream.destroy()
    await client.closed
    const { client: again } = await connectClient(broker, held)
    again.stream.destroy()
    await again.closed
    expect(seen).toEqual(['wills'])
  })
})

describe('flags of a fixed header that are reserved', () => {
  const of = (packet: Packet) => bytesOf(packet)
  it.each([
    { what: 'SUBSCRIBE', bytes: changed(of({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a', qos: 0 }] }), [0, 0x80]) },
    { what: 'UNSUBSCRIBE', bytes: changed(of({ cmd: 'unsubscribe', messageId: 1, unsubscriptions: ['a'] }), [0, 0xa0]) },
    { what: 'DISCONNECT', bytes: changed(of({ cmd: 'disconnect', reasonCode: 0 }), [0, 0xe1]) },
    { what: 'PUBLISH with QoS 3', bytes: Buffer.from([0x36, 6, 0, 1, 97, 0, 1, 0]) },
    { what: 'the options of a subscription', bytes: Buffer.from([0x82, 7, 0, 1, 0, 0, 1, 97, 0xc0]) },
  ])('of $what end the connection', async ({ bytes }) => {
    const { client, broker } = await connected({ will })
    const seen: string[] = []
    broker.subscribe('wills', ({ topic }) => seen.push(topic))
    client.sendBytes(bytes)
    expect((await client.next('disconnect')).reasonCode).toBe(0x81)
    await client.closed
    expect([client.received, seen]).toEqual([[], ['wills']])
  })
})

describe('SUBSCRIBE', () => {
  it('is answered under its packet id, by a code for each filter in their order', async () => {
    const { client } = await connected()
    client.send({
      cmd: 'subscribe', messageId: 77,
      subscriptions: [{ topic: 'a', qos: 0 }, { topic: 'b/#/c', qos: 1 }, { topic: 'c', qos: 2 }, { topic: 'd', qos: 1 }],
    })
    expect(await client.next('suback')).toMatchObject({ messageId: 77, granted: [0, 0x8f, 1, 1] })
  })
  it.each([
    { what: 'no filter', bytes: Buffer.from([0x82, 3, 0, 1, 0]) },
    { what: 'a filter that is no UTF-8', bytes: Buffer.from([0x82, 7, 0, 1, 0, 0, 1, 0xff, 0]) },
    { what: 'a NUL in its filter', bytes: Buffer.from([0x82, 7, 0, 1, 0, 0, 1, 0, 0]) },
  ])('with $what ends the connection', async ({ bytes }) => {
    const { client } = await connected()
    client.sendBytes(bytes)
    expect((await client.next('disconnect')).reasonCode).toBeGreaterThanOrEqual(0x81)
    await client.closed
  })
  it.each([
    '', '$share', '$share/', '$share/g', '$share/g/', '$share//a', '$share/+/a', '$share/g#/a', 'a+', 'a/b#', '#/a',
  ])('refuses the filter %j', async (topic) => {
    const { client } = await connected()
    expect((await client.subscribe(topic)).granted).toEqual([0x8f])
  })
  it('replaces a subscription of the same filter, and loses nothing', async () => {
    const { client } = await connected()
    await client.subscribe('a', 1)
    client.publish('a', '1', { qos: 1, messageId: 1 })
    await client.subscribe('a', 0, 2)
    client.publish('a', '2', { qos: 1, messageId: 2 })
    expect((await publishes(client)).map(({ payload, qos }) => [text(payload), qos])).toEqual([['1', 1], ['2', 0]])
  })
  it('may leave out what the client publishes itself', async () => {
    const { broker, client } = await connected()
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a', qos: 0, nl: true }] })
    await client.next('suback')
    const { client: other } = await connectClient(broker, { version, clientId: 'other' })
    client.publish('a', 'own')
    await client.settled()
    other.publish('a', 'other')
    await other.settled()
    expect((await publishes(client)).map(({ payload }) => text(payload))).toEqual(['other'])
  })
  it.each([
    { filter: 'a', qos: 0 as const }, { filter: '$share/g/a', qos: 0 as const }, { filter: 'a', qos: 1 as const },
  ])('gets $filter at the lower QoS, its own being $qos', async ({ filter, qos }) => {
    const { client } = await connected()
    await client.subscribe(filter, qos)
    client.publish('a', 'x', { qos: 1, messageId: 1 })
    client.publish('a', 'y')
    expect((await publishes(client)).map((packet) => packet.qos)).toEqual([qos, 0])
  })
})

describe('UNSUBSCRIBE', () => {
  it('is answered under its packet id for each filter, subscribed to or not, and compared character by character', async () => {
    const { client } = await connected()
    for (const filter of ['a/+', 'b', 'c']) await client.subscribe(filter)
    client.send({ cmd: 'unsubscribe', messageId: 99, unsubscriptions: ['a/b', 'b', 'never'] })
    expect(await client.next('unsuback')).toMatchObject({ messageId: 99, granted: [0, 0, 0] })
    for (const topic of ['a/b', 'b', 'c']) client.publish(topic, 'x')
    expect((await publishes(client)).map(({ topic }) => topic)).toEqual(['a/b', 'c'])
  })
  it('with no filter ends the connection', async () => {
    const { client } = await connected()
    client.sendBytes(Buffer.from([0xa2, 3, 0, 1, 0]))
    expect((await client.next('disconnect')).reasonCode).toBeGreaterThanOrEqual(0x81)
  })
  it('does not take back what is on its way', async () => {
    const { broker, client } = await connected(held)
    await client.subscribe('a')
    client.publish('a', 'x', { qos: 1, messageId: 1 })
    await client.next('publish')
    client.send({ cmd: 'unsubscribe', messageId: 2, unsubscriptions: ['a'] })
    await client.next('unsuback')
    client.stream.destroy()
    const { client: back } = await connectClient(broker, held)
    expect((await back.next('publish')).dup).toBe(true)
  })
})

describe('PUBLISH', () => {
  it('is delivered in order, with the topic as it is, and without DUP and alias of its sender', async () => {
    const { client } = await connected()
    await client.subscribe('#')
    const topics = ['A', 'a', 'a/', '/a', 'a//b', '\ufeffa', 'ö', 'o\u0308']
    for (const [at, topic] of topics.entries())
      client.publish(topic, String(at), { qos: 1, messageId: at + 1, dup: true, properties: { topicAlias: at + 1 } })
    const got = await publishes(client)
    expect(got.map(({ topic }) => topic)).toEqual(topics)
    expect(got.map(({ payload }) => text(payload))).toEqual(topics.map((_, at) => String(at)))
    expect(got.every(({ dup, properties }) => !dup && properties?.topicAlias === undefined)).toBe(true)
    expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(topics.length)
  })
  it('may use every topic alias that CONNACK allows, of this connection alone', async () => {
    const { broker, client, connack } = await connected()
    const max = connack.properties?.topicAliasMaximum ?? 0
    await client.subscribe('#', 0)
    for (let alias = 1; alias <= max; alias++) client.publish(`t/${alias}`, 'x', { properties: { topicAlias: alias } })
    for (let alias = 1; alias <= max; alias++) client.publish('', 'y', { properties: { topicAlias: alias } })
    const topics = (await publishes(client)).map(({ topic }) => topic)
    expect(topics.slice(max)).toEqual(topics.slice(0, max))
    client.stream.destroy()
    const { client: next } = await connectClient(broker, { version })
    next.publish('', 'x', { properties: { topicAlias: 1 } })
    expect((await next.next('disconnect')).reasonCode).toBe(0x82)
  })
  it('with a packet id that was acknowledged is a new message', async () => {
    const { client } = await connected()
    await client.subscribe('a', 0)
    for (const payload of ['1', '2']) {
      client.publish('a', payload, { qos: 1, messageId: 7, dup: payload === '2' })
      await client.next('puback')
    }
    expect((await publishes(client)).map(({ payload }) => text(payload))).toEqual(['1', '2'])
  })
  it('that is retained replaces what was, one that is not leaves it, and an empty one removes it', async () => {
    const { client, broker, clock } = await connected()
    const kept = () => broker.retained.list(clock.nowMs()).map(({ message }) => text(message.payload))
    const steps: unknown[] = []
    for (const [payload, retain] of [['1', true], ['2', true], ['3', false], ['', false], ['', true]] as const) {
      client.publish('a', payload, { retain })
      await client.settled()
      steps.push(kept())
    }
    expect(steps).toEqual([['1'], ['2'], ['2'], ['2'], []])
  })
  it('that a client answers with a failure is dealt with: not sent again, nor to another member', async () => {
    const { broker, client } = await connected(held)
    for (const filter of ['a', '$share/g/b']) await client.subscribe(filter)
    const { client: member } = await connectClient(broker, { version, clientId: 'member' })
    await member.subscribe('$share/g/b')
    for (const [at, topic] of ['a', 'b'].entries()) {
      client.publish(topic, 'x', { qos: 1, messageId: at + 1 })
      client.send({ cmd: 'puback', messageId: (await client.next('publish')).messageId ?? 0, reasonCode: 0x83 })
      await client.settled()
    }
    client.stream.destroy()
    const { client: back } = await connectClient(broker, held)
    expect([await publishes(back), await publishes(member)]).toEqual([[], []])
  })
})

it('DISCONNECT is the last that is sent, before the connection ends', async () => {
  const { broker, client } = await connected()
  await client.subscribe('a')
  const closed = broker.close()
  broker.publish({ topic: 'a', payload: Buffer.from('late'), qos: 1, retain: false })
  await client.closed
  await closed
  expect(client.received).toMatchObject([{ cmd: 'disconnect', reasonCode: 0x8b }])
  expect(client.received[0]).not.toHaveProperty('properties.sessionExpiryInterval')
})
