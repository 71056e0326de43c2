import fc from 'fast-check'
import mqttPacket, { type Packet } from 'mqtt-packet'
import { describe, expect, it } from 'vitest'
import { connectClient, MemoryClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker } from './testing/open-broker.ts'
import { awsIotLimits } from './aws-iot.ts'

describe('what a policy refuses', () => {
  const refusal = (action: string, topic: string) => (topic.startsWith('secret') ? `no ${action}` : undefined)

  it('closes a 3.1.1 connection on publish and subscribe', async () => {
    for (const act of [
      (client: MemoryClient) => client.publish('secret/a', 'x', { qos: 1, messageId: 1 }),
      (client: MemoryClient) =>
        client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'ok', qos: 1 }, { topic: 'secret/a', qos: 1 }] }),
    ]) {
      const { broker, log } = openBroker({ refusal })
      const { client } = await connectClient(broker)
      act(client)
      await client.closed
      expect(client.received).toEqual([])
      expect(log.at(-1)).toMatchObject({ event: 'disconnected', reason: 'AUTH_ERROR' })
    }
  })
  it('tells MQTT 5 in PUBACK and SUBACK, and closes after QoS 0', async () => {
    const { broker } = openBroker({ refusal })
    const { client } = await connectClient(broker, { version: 5 })
    client.publish('secret/a', 'x', { qos: 1, messageId: 1 })
    expect(await client.next('puback')).toMatchObject({ reasonCode: 0x87, properties: { reasonString: 'no Publish' } })
    client.send({ cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'ok', qos: 1 }, { topic: 'secret/a', qos: 1 }] })
    expect((await client.next('suback')).granted).toEqual([1, 0x87])
    client.publish('secret/a', 'x')
    expect((await client.next('disconnect')).reasonCode).toBe(0x87)
  })
  it('keeps no denied filter in a session', async () => {
    const { broker } = openBroker({ refusal: (action, topic) => (action === 'Subscribe' && topic === 'secret' ? 'no' : undefined) })
    const persistent = { version: 5 as const, clean: false, properties: { sessionExpiryInterval: 60 } }
    const { client } = await connectClient(broker, persistent)
    client.send({ cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'ok', qos: 1 }, { topic: 'secret', qos: 1 }] })
    await client.next('suback')
    client.stream.destroy()
    const { client: other } = await connectClient(broker, { clientId: 'other' })
    other.publish('secret', 'leak', { qos: 1, messageId: 1 })
    other.publish('ok', 'fine', { qos: 1, messageId: 2 })
    await other.settled()
    const { client: back } = await connectClient(broker, persistent)
    expect((await back.next('publish')).topic).toBe('ok')
    expect((await back.settled()).filter(({ cmd }) => cmd === 'publish')).toEqual([])
  })
  it('drops a delivery without iot:Receive and goes on', async () => {
    const { broker, log } = openBroker({ refusal: (action, topic) => (action === 'Receive' && topic === 'a/secret' ? 'no' : undefined) })
    const { client } = await connectClient(broker)
    await client.subscribe('a/+')
    client.publish('a/secret', 'x', { qos: 1, messageId: 1 })
    client.publish('a/open', 'y', { qos: 1, messageId: 2 })
    expect((await client.next('publish')).topic).toBe('a/open')
    expect(log.filter(({ event }) => event === 'receive-denied')).toHaveLength(1)
  })
  it('asks for RetainPublish on top of Publish', async () => {
    const { broker } = openBroker({ refusal: (action) => (action === 'RetainPublish' ? 'no' : undefined) })
    const { client } = await connectClient(broker, { version: 5 })
    client.publish('a', 'x', { qos: 1, messageId: 1, retain: true })
    expect((await client.next('puback')).reasonCode).toBe(0x87)
    expect(broker.retained.list(0)).toEqual([])
  })
  it('refuses a CONNECT: 3.1.1 sees its connection close, MQTT 5 the reason', async () => {
    const connect = () => Promise.resolve({ accepted: false as const, code: 0x87 as const, reason: 'nobody' })
    const { broker, log } = openBroker({ connect })
    await expect(connectClient(broker)).rejects.toThrow('ended without connack')
    const { connack } = await connectClient(broker, { version: 5 })
    expect(connack).toMatchObject({ reasonCode: 0x87, properties: { reasonString: 'nobody' } })
    expect(log.filter(({ event }) => event === 'connect-refused')).toHaveLength(2)
  })
  it('forgets a client that went while it was being decided on', async () => {
    const decision = Promise.withResolvers<{ accepted: true; authorization: { principal: string; refusal: () => undefined } }>()
    const { broker, log } = openBroker({ connect: () => decision.promise })
    const client = new MemoryClient(broker, 4)
    client.send({ cmd: 'connect', clientId: 'keg-1', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 })
    client.stream.destroy()
    await client.closed
    decision.resolve({ accepted: true, authorization: { principal: 'p', refusal: () => undefined } })
    await broker.close()
    expect(log.filter(({ event }) => event === 'connected')).toEqual([])
  })
})

describe('what MQTT or AWS limits refuse', () => {
  it.each([
    { what: 'a wildcard in a topic name', topic: 'a/+', code: 0x90 },
    { what: 'a reserved topic', topic: '$aws/things/x/shadow/update/accepted', code: 0x90 },
    { what: 'eight slashes', topic: 'a/b/c/d/e/f/g/h/i', code: 0x90 },
  ])('$what', async ({ topic, code }) => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    client.publish(topic, 'x', { qos: 1, messageId: 1 })
    expect((await client.next('puback')).reasonCode).toBe(code)
    const { client: old } = await connectClient(broker, { clientId: 'old' })
    old.publish(topic, 'x')
    await old.closed
  })
  it.each([
    { filter: 'a/#/b', code: 0x8f },
    { filter: '$SYS/x', code: 0x8f },
    { filter: '$share/group', code: 0x8f },
  ])('the filter $filter with $code', async ({ filter, code }) => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    expect((await client.subscribe(filter)).granted).toEqual([code])
    await client.settled()
  })
  it('more than 8 filters in a SUBSCRIBE and 50 in a connection', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    const subscribe = (count: number, name: string) => {
      client.send({
        cmd: 'subscribe', messageId: 1,
        subscriptions: Array.from({ length: count }, (_, at) => ({ topic: `${name}/${at}`, qos: 0 as const })),
      })
      return client.next('suback')
    }
    expect((await subscribe(9, 'nine')).granted).toEqual(Array.from({ length: 9 }, () => 0x97))
    for (let at = 0; at < 6; at++) await subscribe(8, `batch${at}`)
    expect((await subscribe(3, 'last')).granted).toEqual([0, 0, 0x97])
  })
  it('subscription identifiers', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a', qos: 0 }], properties: { subscriptionIdentifier: 3 } })
    expect((await client.next('disconnect')).reasonCode).toBe(0xa1)
  })
  it('a payload over 128 KB', async () => {
    const { broker, log } = openBroker()
    const { client } = await connectClient(broker)
    client.publish('a', 'x'.repeat(128 * 1024 + 1))
    await client.closed
    expect(log.at(-1)).toMatchObject({ event: 'disconnected', reason: 'CLIENT_ERROR' })
  })
  it('a frame that declares more than a packet may have, before it is there', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker)
    client.sendBytes(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]))
    await client.closed
    const stranger = new MemoryClient(broker, 4)
    stranger.sendBytes(Buffer.from([0x10, 0xff, 0xff, 0x7f]))
    await stranger.closed
    expect(awsIotLimits.maxConnectBytes).toBeLessThan(awsIotLimits.maxPacketBytes)
  })
  it('a connection without CONNECT within 10 s', async () => {
    const { broker, clock } = openBroker()
    const client = new MemoryClient(broker, 4)
    clock.advance(10_000)
    await client.closed
  })
  it('whatever comes before CONNECT, and a second CONNECT', async () => {
    const { broker } = openBroker()
    const early = new MemoryClient(broker, 4)
    early.publish('a', 'x')
    await early.closed
    const { client } = await connectClient(broker)
    client.send({ cmd: 'connect', clientId: 'again', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 1 })
    await client.closed
  })
})

describe('PUBLISH that no subscriber may see', () => {
  const publish = (properties: Buffer, topic = 'a') => {
    const body = Buffer.concat([
      Buffer.from([0, topic.length]), Buffer.from(topic), Buffer.from([0, 1]), Buffer.from([properties.length]), properties,
      Buffer.from('x'),
    ])
    return Buffer.concat([Buffer.from([0x32, body.length]), body])
  }
  const string = (id: number, value: string) => Buffer.concat([Buffer.from([id, 0, value.length]), Buffer.from(value)])

  it.each([
    { what: 'content type twice', bytes: publish(Buffer.concat([string(3, 'a'), string(3, 'b')])) },
    { what: 'a session expiry interval', bytes: publish(Buffer.from([17, 0, 0, 0, 1])) },
    { what: 'a subscription identifier', bytes: publish(Buffer.from([11, 1])) },
    { what: 'a wildcard in the response topic', bytes: publish(string(8, 'a/#')) },
    { what: 'topic alias 0', bytes: publish(Buffer.from([35, 0, 0])) },
    { what: 'topic alias 9', bytes: publish(Buffer.from([35, 0, 9])) },
    { what: 'a property cut short', bytes: publish(Buffer.from([2, 0, 0])) },
    { what: 'an unknown property', bytes: publish(Buffer.from([99, 0])) },
    { what: 'a NUL in the topic', bytes: publish(Buffer.alloc(0), 'a\0') },
    { what: 'packet id 0', bytes: Buffer.from([0x32, 6, 0, 1, 97, 0, 0, 0]) },
    { what: 'invalid UTF-8 in the topic', bytes: Buffer.from([0x32, 6, 0, 1, 0xff, 0, 1, 0]) },
  ])('$what', async ({ bytes }) => {
    const { broker } = openBroker()
    const { client: reader } = await connectClient(broker, { version: 5, clientId: 'reader' })
    await reader.subscribe('#')
    const { client } = await connectClient(broker, { version: 5 })
    client.sendBytes(bytes)
    const answered = await Promise.race([client.next('disconnect'), client.next('puback'), client.closed])
    expect(answered?.reasonCode ?? 0x80).toBeGreaterThanOrEqual(0x80)
    expect((await reader.settled()).filter(({ cmd }) => cmd === 'publish')).toEqual([])
  })
})

describe('CONNECT', () => {
  it('tells an MQTT 5 client what it gets', async () => {
    const { broker } = openBroker()
    const { connack } = await connectClient(broker, {
      version: 5, clientId: '', keepalive: 5, properties: { sessionExpiryInterval: 100_000 },
    })
    expect(connack.properties).toEqual({
      sessionExpiryInterval: 3600, receiveMaximum: 100, maximumQoS: 1, retainAvailable: true,
      maximumPacketSize: awsIotLimits.maxPacketBytes, assignedClientIdentifier: expect.stringMatching(/^\$GEN\//), topicAliasMaximum: 8,
      wildcardSubscriptionAvailable: true, subscriptionIdentifiersAvailable: false, sharedSubscriptionAvailable: true, serverKeepAlive: 30,
    })
  })
  it.each([
    { what: 'a receive maximum of 0', packet: { properties: { receiveMaximum: 0 } }, code: 0x82 },
    { what: 'a client id that begins with $', packet: { clientId: '$GEN/1' }, code: 0x85 },
    { what: 'a client id over 128 bytes', packet: { clientId: 'x'.repeat(129) }, code: 0x85 },
    { what: 'a Will with QoS 2', packet: { will: { topic: 'a', payload: Buffer.from('x'), qos: 2 as const, retain: false } }, code: 0x9b },
    {
      what: 'a Will to a wildcard', packet: { will: { topic: 'a/+', payload: Buffer.from('x'), qos: 1 as const, retain: false } },
      code: 0x90,
    },
    {
      what: 'enhanced authentication', packet: { properties: { authenticationMethod: 'SCRAM', authenticationData: Buffer.from('x') } },
      code: 0x80,
    },
  ])('refuses $what', async ({ packet, code }) => {
    const { broker } = openBroker()
    expect((await connectClient(broker, { version: 5, ...packet })).connack.reasonCode).toBe(code)
  })
  it('refuses an empty client id that wants a session', async () => {
    const { broker } = openBroker()
    const nameless = new MemoryClient(broker, 4)
    nameless.sendBytes(Buffer.from([0x10, 12, 0, 4, 77, 81, 84, 84, 4, 0, 0, 60, 0, 0]))
    expect((await nameless.next('connack')).returnCode).toBe(2)
  })
  it('takes MQTT 3.1 as 3.1.1', async () => {
    const { broker } = openBroker()
    const { client, connack } = await connectClient(broker, { protocolId: 'MQIsdp', protocolVersion: 3 })
    expect(connack.returnCode).toBe(0)
    await client.subscribe('a')
    client.publish('a', 'beer', { qos: 1, messageId: 1 })
    expect((await client.next('puback')).messageId).toBe(1)
    expect(String((await client.next('publish')).payload)).toBe('beer')
  })
})

describe('what nobody would take', () => {
  const unserved = (topic: string) => (topic.includes('/jobs/') ? `Jobs is not emulated: nobody would answer ${topic}` : undefined)

  it('is not acknowledged: a reserved topic whose service is not here', async () => {
    const routed: string[] = []
    const { broker, log } = openBroker({ unserved, published: ({ topic }) => void routed.push(topic) })
    const { client } = await connectClient(broker, { version: 5 })
    client.publish('$aws/things/keg-1/jobs/get', '{}', { qos: 1, messageId: 7 })
    const { reasonCode, properties } = await client.next('puback')
    expect({ reasonCode, reason: properties?.reasonString }).toEqual({
      reasonCode: 0x83, reason: expect.stringContaining('Jobs is not emulated'),
    })
    const { client: older } = await connectClient(broker, { version: 4, clientId: 'older' })
    older.publish('$aws/things/keg-1/jobs/get', '{}', { qos: 1, messageId: 7 })
    await older.closed
    expect(older.received.filter(({ cmd }) => cmd === 'puback')).toEqual([])
    expect(log.filter(({ event, message }) => event === 'publish-refused' && message.includes('Jobs'))).toHaveLength(2)
    expect(routed.filter((topic) => topic.includes('/jobs/'))).toEqual([])
  })

  it('is not acknowledged: a message to be retained where there is no room, but one that replaces another is', async () => {
    const { broker } = openBroker()
    for (let index = 0; index < 5_000; index++)
      broker.publish({ topic: `menu/${index}`, payload: Buffer.from('x'), qos: 1, retain: true }, { hops: 0 })
    const { client } = await connectClient(broker, { version: 5 })
    const { client: older } = await connectClient(broker, { version: 4, clientId: 'older' })
    await older.subscribe('menu/+')
    for (const one of [client, older]) {
      one.publish('menu/new', 'x', { qos: 1, messageId: 7, retain: true })
      one.publish('menu/7', 'y', { qos: 1, messageId: 8, retain: true })
    }
    expect(await client.next('puback')).toMatchObject({ messageId: 7, reasonCode: 0x97 })
    expect(await client.next('puback')).toMatchObject({ messageId: 8, reasonCode: 0 })
    expect(await older.next('puback')).toMatchObject({ messageId: 8 })
    expect((await older.settled()).flatMap((packet) => (packet.cmd === 'publish' ? [packet.topic] : []))).toEqual(['menu/7', 'menu/7'])
  })

  it('is no session more than are kept', async () => {
    const { broker } = openBroker({ limits: { maxKeptSessions: 1 } })
    await connectClient(broker, { clientId: 'first', clean: false })
    expect((await connectClient(broker, { clientId: 'first', clean: false })).connack.returnCode).toBe(0)
    const { connack } = await connectClient(broker, { clientId: 'second', version: 5, properties: { sessionExpiryInterval: 60 } })
    expect(connack.reasonCode).toBe(0x97)
    expect((await connectClient(broker, { clientId: 'second' })).connack.returnCode).toBe(0)
  })
})

describe('bytes that are no MQTT', () => {
  const packets: Packet[] = [
    { cmd: 'publish', topic: 'a/b', payload: 'x', qos: 1, messageId: 1, dup: false, retain: false },
    { cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'a', qos: 1 }] },
    { cmd: 'unsubscribe', messageId: 3, unsubscriptions: ['a'] },
    { cmd: 'puback', messageId: 4 },
    { cmd: 'disconnect', reasonCode: 0 },
  ]
  it('end one connection at most', async () => {
    const { broker } = openBroker()
    const { client: bystander } = await connectClient(broker, { clientId: 'bystander' })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(4 as const, 5 as const), fc.boolean(), fc.constantFrom(...packets),
        fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 6 }), fc.uint8Array({ maxLength: 20 }),
        async (version, connected, packet, changes, tail) => {
          const client = connected ? (await connectClient(broker, { version })).client : new MemoryClient(broker, version)
          const bytes = Buffer.from(mqttPacket.generate({ ...packet }, { protocolVersion: version }))
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          client.sendBytes(Buffer.concat([bytes, tail]))
          client.stream.end()
          await client.closed
        },
      ),
      { numRuns: 300 },
    )
    await bystander.settled()
  })
})
