import { describe, expect, it } from 'vitest'
import { connectClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker } from './testing/open-broker.ts'

const text = (payload: string | Uint8Array) => Buffer.from(payload).toString()

describe('retained messages', () => {
  const retained = async () => {
    const opened = openBroker()
    const { client } = await connectClient(opened.broker, { version: 5 })
    client.publish('a/b', 'kept', {
      qos: 1, messageId: 1, retain: true, properties: { messageExpiryInterval: 60, contentType: 'text/plain' },
    })
    await client.next('puback')
    return { ...opened, client }
  }
  it('go to a new subscription of that very topic, flagged', async () => {
    const { client } = await retained()
    await client.subscribe('a/b')
    const got = await client.next('publish')
    expect([text(got.payload), got.retain, got.properties]).toEqual([
      'kept', true, { messageExpiryInterval: 60, contentType: 'text/plain' },
    ])
  })
  it('are delivered without the flag to those who were subscribed', async () => {
    const { client } = await retained()
    await client.subscribe('a/+')
    client.publish('a/b', 'now', { retain: true })
    expect((await client.next('publish')).retain).toBe(false)
  })
  it('do not go to a wildcard subscription', async () => {
    const { client } = await retained()
    await client.subscribe('a/+')
    await client.subscribe('#', 1, 2)
    expect((await client.settled()).filter(({ cmd }) => cmd === 'publish')).toEqual([])
  })
  it('are not kept of reserved topics', async () => {
    const { client, broker, clock } = await retained()
    client.publish('$aws/things/x/shadow/get', '{}', { retain: true })
    await client.settled()
    expect(broker.retained.list(clock.nowMs()).map(({ message }) => message.topic)).toEqual(['a/b'])
  })
  it('are deleted by an empty payload, which is delivered, and by their expiry', async () => {
    const { client, broker, clock } = await retained()
    expect(broker.retained.list(clock.nowMs())).toHaveLength(1)
    clock.advance(60_000)
    expect(broker.retained.list(clock.nowMs())).toEqual([])
    client.publish('a/b', 'again', { retain: true })
    await client.settled()
    await client.subscribe('a/+')
    client.publish('a/b', '', { retain: true })
    expect(text((await client.next('publish')).payload)).toBe('')
    expect(broker.retained.list(clock.nowMs())).toEqual([])
  })
  it.each([{ rh: 0, times: 2 }, { rh: 1, times: 1 }, { rh: 2, times: 0 }])('follow retain handling $rh', async ({ rh, times }) => {
    const { client } = await retained()
    for (const messageId of [1, 2]) {
      client.send({ cmd: 'subscribe', messageId, subscriptions: [{ topic: 'a/b', qos: 1, rh, nl: false, rap: false }] })
      await client.next('suback')
    }
    expect((await client.settled()).filter(({ cmd }) => cmd === 'publish')).toHaveLength(times)
  })
})

describe('message expiry and topic alias', () => {
  it('shows what is left, and drops what is over', async () => {
    const { broker, clock } = openBroker()
    const session = { version: 5 as const, clean: false, properties: { sessionExpiryInterval: 600 } }
    const { client: away } = await connectClient(broker, session)
    await away.subscribe('a')
    away.stream.destroy()
    const { client: writer } = await connectClient(broker, { version: 5, clientId: 'writer' })
    writer.publish('a', 'short', { qos: 1, messageId: 1, properties: { messageExpiryInterval: 5 } })
    writer.publish('a', 'long', { qos: 1, messageId: 2, properties: { messageExpiryInterval: 20 } })
    await writer.settled()
    clock.advance(9_500)
    const { client: back } = await connectClient(broker, session)
    const got = await back.next('publish')
    expect([text(got.payload), got.properties?.messageExpiryInterval]).toEqual(['long', 10])
  })
  it('follows a topic alias of the publisher', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    await client.subscribe('a/b')
    client.publish('a/b', '1', { properties: { topicAlias: 3 } })
    client.publish('', '2', { properties: { topicAlias: 3 } })
    expect((await client.next('publish')).topic).toBe('a/b')
    expect((await client.next('publish')).topic).toBe('a/b')
    client.publish('', '3', { properties: { topicAlias: 4 } })
    expect((await client.next('disconnect')).reasonCode).toBe(0x82)
  })
  it('carries what MQTT 5 lets a message carry', async () => {
    const { broker } = openBroker()
    const { client } = await connectClient(broker, { version: 5 })
    await client.subscribe('a')
    const properties = {
      payloadFormatIndicator: true, contentType: 'application/json', responseTopic: 'b', correlationData: Buffer.from([1, 2]),
      userProperties: { site: ['x', 'y'], keg: '1' },
    }
    client.publish('a', '{}', { properties })
    expect((await client.next('publish')).properties).toEqual({
      ...properties, userProperties: Object.assign(Object.create(null) as object, properties.userProperties),
    })
  })
})

describe('Will', () => {
  const will = { topic: 'wills', payload: Buffer.from('gone'), qos: 1 as const, retain: false }
  const watched = async (version: 4 | 5, properties: { willDelayInterval?: number } = {}, expirySec = 0) => {
    const opened = openBroker()
    const { client: watcher } = await connectClient(opened.broker, { clientId: 'watcher' })
    await watcher.subscribe('wills')
    const session = version === 5 ? { properties: { sessionExpiryInterval: expirySec }, clean: expirySec === 0 } : {}
    const reconnect = () => connectClient(opened.broker, { version, ...session, will: version === 5 ? { ...will, properties } : will })
    return { ...opened, watcher, client: (await reconnect()).client, reconnect }
  }
  const wills = async (watcher: { settled: () => Promise<{ cmd: string }[]> }) =>
    (await watcher.settled()).filter(({ cmd }) => cmd === 'publish').length

  it.each([4, 5] as const)('goes out when an MQTT %i connection is lost', async (version) => {
    const { client, watcher } = await watched(version)
    client.stream.destroy()
    expect(text((await watcher.next('publish')).payload)).toBe('gone')
  })
  it('does not go out when the client says goodbye, but does with 0x04', async () => {
    const { client, watcher, reconnect } = await watched(5)
    client.send({ cmd: 'disconnect', reasonCode: 0 })
    await client.closed
    expect(await wills(watcher)).toBe(0)
    const { client: again } = await reconnect()
    again.send({ cmd: 'disconnect', reasonCode: 4 })
    await again.closed
    expect(await wills(watcher)).toBe(1)
  })
  it('waits for its delay, and is taken back by a reconnect', async () => {
    const { client, watcher, clock, reconnect } = await watched(5, { willDelayInterval: 30 }, 60)
    client.stream.destroy()
    await client.closed
    clock.advance(29_999)
    const { client: back } = await reconnect()
    clock.advance(10_000)
    expect(await wills(watcher)).toBe(0)
    back.stream.destroy()
    await back.closed
    clock.advance(30_000)
    expect(await wills(watcher)).toBe(1)
  })
  it('needs the right to publish when it goes out, too', async () => {
    let allowed = true
    const { broker, log } = openBroker({
      refusal: (action, topic) => (action === 'Publish' && topic === 'wills' && !allowed ? 'no' : undefined),
    })
    const { client } = await connectClient(broker, { will })
    allowed = false
    client.stream.destroy()
    await client.closed
    await broker.close()
    expect(log.at(-1)?.message).toBe('Will refused: no')
  })
})

it.each([
  ['connected', false],
  ['away, with a Will that waits', true],
])('forgets a client that is %s, with its session and its Will', async (_, isAway) => {
  const { broker, clock } = openBroker()
  const heard: string[] = []
  broker.subscribe('last/word', ({ topic }) => heard.push(topic))
  const will = {
    topic: 'last/word', payload: Buffer.from('x'), qos: 1 as const, retain: false, properties: { willDelayInterval: isAway ? 60 : 0 },
  }
  const options = { version: 5 as const, clientId: 'gone', clean: false, properties: { sessionExpiryInterval: 600 } }
  const { client } = await connectClient(broker, { ...options, will })
  if (isAway) {
    client.stream.destroy()
    await client.closed
    await connectClient(broker, { version: 5, clientId: 'fence' })
  }
  expect(broker.forget('gone', 0x87, 'AUTH_ERROR', 'It is gone.')).toBe(!isAway)
  await client.closed
  clock.advance(120_000)
  expect(heard).toEqual([])
  expect((await connectClient(broker, options)).connack.sessionPresent).toBe(false)
})
