import { describe, expect, it } from 'vitest'
import { createBroker } from './adapters/create-broker.ts'
import { defaultLimits } from './limits.ts'
import type { PresenceChange } from './presence.ts'
import { connectClient, MemoryClient } from './testing/memory-client.ts'
import { openBroker } from './testing/open-broker.ts'

const DAY_MS = 86_400_000
const text = (payload: string | Uint8Array) => Buffer.from(payload).toString()
const publishes = async (client: MemoryClient) => (await client.settled()).flatMap((packet) => (packet.cmd === 'publish' ? [packet] : []))

it('works without a word about anything', async () => {
  const broker = createBroker()
  const { client } = await connectClient(broker, { clientId: 'reader' })
  await client.subscribe('a/+')
  const { client: writer } = await connectClient(broker, { clientId: 'writer', version: 5 })
  writer.publish('a/b', 'x', { qos: 1, messageId: 1 })
  expect((await writer.next('puback')).messageId).toBe(1)
  expect(text((await client.next('publish')).payload)).toBe('x')
  broker.publish({ topic: 'a/c', payload: Buffer.from('y'), qos: 0, retain: false })
  expect(text((await client.next('publish')).payload)).toBe('y')
  await broker.close()
})

describe.each([4, 5] as const)('MQTT %i as the standard has it', (version) => {
  it.each([
    { what: 'a topic of 50 levels', topic: Array.from({ length: 50 }, (_, at) => `level${at}`).join('/') },
    { what: 'a topic of 2,000 bytes', topic: 'x'.repeat(2000) },
    { what: 'a topic that begins with $', topic: '$custom/a' },
    { what: 'a topic of AWS IoT', topic: '$aws/things/a/shadow/update/accepted' },
    { what: 'a payload of 200 KiB', topic: 'a', size: 200 * 1024 },
  ])('takes $what', async ({ topic, size = 1 }) => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version })
    expect((await client.subscribe(topic)).granted).toEqual([1])
    client.publish(topic, 'x'.repeat(size), { qos: 1, messageId: 9 })
    expect((await client.next('publish')).payload.length).toBe(size)
    expect((await client.next('puback')).reasonCode ?? 0).toBe(0)
  })
  it('takes client ids that begin with $, many filters at once, and many of them', async () => {
    const { broker } = openBroker()
    const { client, connack } = await connectClient(broker, { version, clientId: `$${'x'.repeat(500)}` })
    expect(connack.returnCode ?? connack.reasonCode).toBe(0)
    client.send({
      cmd: 'subscribe', messageId: 1, subscriptions: Array.from({ length: 500 }, (_, at) => ({ topic: `a/${at}`, qos: 0 as const })),
    })
    expect((await client.next('suback')).granted).toEqual(Array.from({ length: 500 }, () => 0))
  })
  it('closes on a PUBLISH with QoS 2, and grants QoS 1 to a subscription with it', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version })
    expect((await client.subscribe('a', 2)).granted).toEqual([1])
    client.publish('a', 'x', { qos: 2, messageId: 2 })
    if (version === 5) expect((await client.next('disconnect')).reasonCode).toBe(0x9b)
    await client.closed
    expect(client.received).toEqual([])
  })
  it('keeps to the keep alive that was asked for: 5 s, or none', async () => {
    const { broker, clock } = openBroker()
    const { client } = await connectClient(broker, { version, keepalive: 5 })
    const { client: patient } = await connectClient(broker, { version, keepalive: 0, clientId: 'patient' })
    await patient.subscribe('a')
    clock.advance(7_499)
    expect(client.isClosed).toBe(false)
    clock.advance(1)
    await client.closed
    clock.advance(30 * DAY_MS)
    patient.publish('a', 'x')
    expect(await publishes(patient)).toHaveLength(1)
  })
  it('keeps a session for as long as it was asked to', async () => {
    const { broker, clock } = openBroker()
    const session = { version, clean: false, ...(version === 5 ? { properties: { sessionExpiryInterval: 0xffffffff } } : {}) }
    const { client } = await connectClient(broker, session)
    await client.subscribe('a')
    client.stream.destroy()
    clock.advance(400 * DAY_MS)
    broker.publish({ topic: 'a', payload: Buffer.from('late'), qos: 1, retain: false })
    const { client: back, connack } = await connectClient(broker, session)
    expect(connack.sessionPresent).toBe(true)
    expect(text((await back.next('publish')).payload)).toBe('late')
  })
  it('resumes the session of the other version', async () => {
    const { broker } = openBroker()
    const kept = { clean: false, properties: { sessionExpiryInterval: 60 } }
    const { client } = await connectClient(broker, { version, ...kept })
    client.stream.destroy()
    expect((await connectClient(broker, { version: version === 5 ? 4 : 5, ...kept })).connack.sessionPresent).toBe(true)
  })
  it('lets a/# match a', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version })
    await client.subscribe('a/#')
    for (const topic of ['a', 'a/b', 'ab']) client.publish(topic, 'x')
    expect((await publishes(client)).map(({ topic }) => topic)).toEqual(['a', 'a/b'])
  })
  it('begins subscriptions with wildcards with what is retained, at their QoS', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version })
    for (const topic of ['a', 'a/b', 'a/c', 'b', '$SYS/a'])
      broker.publish({ topic, payload: Buffer.from('x'), qos: topic === 'a/c' ? 0 : 1, retain: true })
    await client.subscribe('a/#')
    expect((await publishes(client)).splice(0).map(({ topic, qos, retain }) => [topic, qos, retain])).toEqual([
      ['a', 1, true], ['a/b', 1, true], ['a/c', 0, true],
    ])
    client.received.length = 0
    await client.subscribe('+', 0)
    expect((await publishes(client)).map(({ topic, qos }) => [topic, qos])).toEqual([['a', 0], ['b', 0]])
    client.received.length = 0
    broker.publish({ topic: 'a/b', payload: new Uint8Array(), qos: 0, retain: true })
    await client.subscribe('a/+')
    expect((await publishes(client)).filter(({ retain }) => retain).map(({ topic }) => topic)).toEqual(['a/c'])
  })
  it('sends again what was not acknowledged under its packet id with DUP, and only when the client is back', async () => {
    const { broker, clock } = openBroker()
    const session = { version, clean: false, keepalive: 0, properties: { sessionExpiryInterval: 60 } }
    const { client } = await connectClient(broker, session)
    await client.subscribe('a')
    for (const payload of ['1', '2']) broker.publish({ topic: 'a', payload: Buffer.from(payload), qos: 1, retain: false })
    const first = await publishes(client)
    client.send({ cmd: 'puback', messageId: first[0]?.messageId ?? 0 })
    client.received.length = 0
    clock.advance(DAY_MS)
    expect(await publishes(client)).toEqual([])
    client.stream.destroy()
    const { client: back } = await connectClient(broker, session)
    broker.publish({ topic: 'a', payload: Buffer.from('3'), qos: 1, retain: false })
    const again = await publishes(back)
    expect(again.map(({ payload, dup }) => [text(payload), dup])).toEqual([['2', true], ['3', false]])
    expect(again[0]?.messageId).toBe(first[1]?.messageId)
    expect(again[1]?.messageId).not.toBe(again[0]?.messageId)
  })
  it('has bounds that say so: 200 levels, and the limits that were given', async () => {
    const { broker } = openBroker({ limits: { maxSubscriptions: 1 } })
    const deep = Array.from({ length: 201 }, () => 'a').join('/')
    const { client } = await connectClient(broker, { version })
    expect((await client.subscribe('a')).granted).toEqual([1])
    const refused = version === 5 ? [0x8f, 0x97] : [0x80, 0x80]
    expect([(await client.subscribe(deep)).granted, (await client.subscribe('b')).granted].flat()).toEqual(refused)
    client.publish(deep, 'x')
    await client.closed
  })
})

describe('MQTT 3.1.1 is told', () => {
  it.each([
    { code: 0x87 as const, returnCode: 5 },
    { code: 0x86 as const, returnCode: 4 },
    { code: 0x97 as const, returnCode: 3 },
    { code: 0x85 as const, returnCode: 2 },
  ])('why its CONNECT is refused: $code is $returnCode', async ({ code, returnCode }) => {
    const { broker } = openBroker({ connect: () => Promise.resolve({ accepted: false, code, reason: 'no' }) })
    const { client, connack } = await connectClient(broker)
    expect(connack.returnCode).toBe(returnCode)
    await client.closed
  })
  it('that its client id is too long', async () => {
    const { broker } = openBroker({ limits: { maxClientIdBytes: 23 } })
    expect((await connectClient(broker, { clientId: 'x'.repeat(24) })).connack.returnCode).toBe(2)
  })
  it('which filters it may not have, and stays', async () => {
    const { broker } = openBroker({ refusal: (_action, topic) => (topic === 'secret' ? 'no' : undefined) })
    const { client } = await connectClient(broker)
    client.send({
      cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a', qos: 1 }, { topic: 'secret', qos: 1 }, { topic: 'a/#/b', qos: 1 }],
    })
    expect((await client.next('suback')).granted).toEqual([1, 0x80, 0x80])
    await client.settled()
  })
})

describe('MQTT 5', () => {
  it('is told the limits that count', async () => {
    const { broker } = openBroker({ limits: { maxPayloadBytes: 1024 * 1024 } })
    const { connack, client } = await connectClient(broker, {
      version: 5, clientId: '', keepalive: 5, properties: { sessionExpiryInterval: 100_000 },
    })
    expect(connack.properties).toMatchObject({
      sessionExpiryInterval: 100_000, receiveMaximum: defaultLimits.maxInFlight, maximumQoS: 1, serverKeepAlive: 5,
      maximumPacketSize: 1024 * 1024 + 131_070, assignedClientIdentifier: expect.stringMatching(/^auto-/) as string,
    })
    await client.subscribe('a')
    client.publish('a', 'x'.repeat(1024 * 1024))
    expect((await client.next('publish')).payload.length).toBe(1024 * 1024)
  })
  it.each([{ rap: true, flags: [true, false] }, { rap: false, flags: [false, false] }])('Retain As Published $rap', async ({
    rap, flags,
  }) => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a/+', qos: 1, rap }, { topic: 'a/#', qos: 0, rap: false }] })
    await client.next('suback')
    client.publish('a/b', 'x', { retain: true })
    client.publish('a/c', 'x')
    expect((await publishes(client)).map(({ retain }) => retain)).toEqual(flags)
  })
  it.each([
    { clean: true, sent: 1 }, { clean: false, sent: 0 },
  ])('a Will that waits goes out when its session ends, clean start $clean', async ({ clean, sent }) => {
    const { broker } = openBroker()
    const wills: string[] = []
    broker.subscribe('wills', ({ payload }) => wills.push(text(payload)))
    const will = { topic: 'wills', payload: Buffer.from('gone'), qos: 1 as const, retain: false, properties: { willDelayInterval: 30 } }
    const { client } = await connectClient(broker, { version: 5, clean: false, properties: { sessionExpiryInterval: 60 }, will })
    client.stream.destroy()
    await client.closed
    expect(wills).toEqual([])
    await connectClient(broker, { version: 5, clean })
    expect(wills.length).toBe(sent)
  })
})

it('keeps no more than a MiB of a client that nobody has decided on', async () => {
  const decision = Promise.withResolvers<never>()
  const { broker, log } = openBroker({ connect: () => decision.promise })
  const client = new MemoryClient(broker, 5)
  client.send({ cmd: 'connect', clientId: 'stranger', protocolId: 'MQTT', protocolVersion: 5, clean: true, keepalive: 60 })
  await new Promise((resolve) => setImmediate(resolve))
  for (let at = 0; at < 12; at++) client.publish('a', 'x'.repeat(100_000))
  expect((await client.next('connack')).reasonCode).toBe(0x97)
  await client.closed
  expect(log.map(({ event }) => event)).toEqual(['connect-refused'])
})

describe('hooks', () => {
  it('are told who comes, subscribes, goes and is refused, and may publish of it', async () => {
    const told: PresenceChange[] = []
    const { broker } = openBroker({
      presence: (change) => {
        told.push(change)
        return change.kind === 'disconnected'
          ? { topic: 'gone', payload: Buffer.from(change.presence.clientId), qos: 0, retain: false }
          : undefined
      },
      connect: ({ clientId }) => Promise.resolve(clientId === 'nobody'
        ? { accepted: false, code: 0x87, reason: 'no' }
        : { accepted: true, authorization: { principal: 'p', refusal: () => undefined } }),
    })
    const { client: watcher } = await connectClient(broker, { clientId: 'watcher' })
    await watcher.subscribe('gone')
    const { client } = await connectClient(broker)
    client.send({ cmd: 'disconnect' })
    expect(text((await watcher.next('publish')).payload)).toBe('keg-1')
    await connectClient(broker, { clientId: 'nobody' })
    expect(told.map(({ kind }) => kind)).toEqual(['connected', 'subscribed', 'connected', 'disconnected', 'connect-refused'])
  })
  it('decide which topics reach subscribers', async () => {
    const published: string[] = []
    const { broker } = openBroker({
      reachesSubscribers: (topic) => topic !== 'internal', published: ({ topic }) => void published.push(topic),
    })
    const { client } = await connectClient(broker)
    await client.subscribe('#')
    for (const topic of ['internal', 'open']) client.publish(topic, 'x')
    expect((await publishes(client)).map(({ topic }) => topic)).toEqual(['open'])
    expect(published).toEqual(['internal', 'open'])
  })
  it('may be methods of an object with state', async () => {
    class Guests {
      readonly seen: string[] = []
      connect({ clientId }: { clientId: string }) {
        this.seen.push(clientId)
        return Promise.resolve({ accepted: true as const, authorization: { principal: clientId, refusal: () => undefined } })
      }
    }
    const guests = new Guests()
    await connectClient(createBroker({ hooks: guests }))
    expect(guests.seen).toEqual(['keg-1'])
  })
})
