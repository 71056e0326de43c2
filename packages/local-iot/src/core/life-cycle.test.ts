import { noMeter } from '@keg/mqtt-broker'
import { connectClient, type OpenBrokerOptions } from '@keg/mqtt-broker/testing'
import { describe, expect, it } from 'vitest'
import { openIotBroker } from '../testing/open-iot-broker.ts'

interface EventBody {
  readonly eventType: string
  readonly versionNumber?: number
  readonly disconnectReason?: string
  readonly thingName?: string
}

/** A broker and the life-cycle events it published, without the times. */
function withEvents(options: OpenBrokerOptions = {}) {
  const opened = openIotBroker(options)
  const events: { topic: string; body: EventBody }[] = []
  for (const filter of ['$aws/events/presence/+/+', '$aws/events/subscriptions/+/+']) {
    opened.broker.subscribe(filter, ({ topic, payload }) => {
      events.push({ topic, body: JSON.parse(Buffer.from(payload).toString()) as EventBody })
    })
  }
  return { ...opened, events }
}

describe('presence', () => {
  it('tells when a client comes and goes, with the same session and version', async () => {
    const { broker, events, clock } = withEvents()
    const { client } = await connectClient(broker, { info: { sourceIp: '192.0.2.1' } })
    const connectedAtMs = clock.nowMs()
    clock.advance(5000)
    client.send({ cmd: 'disconnect' })
    await client.closed
    expect(events).toEqual([
      {
        topic: '$aws/events/presence/connected/keg-1',
        body: {
          clientId: 'keg-1', timestamp: connectedAtMs, eventType: 'connected', sessionIdentifier: 'id-1', principalIdentifier: 'someone',
          ipAddress: '192.0.2.1', versionNumber: 0,
        },
      },
      {
        topic: '$aws/events/presence/disconnected/keg-1',
        body: {
          clientId: 'keg-1', timestamp: connectedAtMs + 5000, eventType: 'disconnected', sessionIdentifier: 'id-1',
          principalIdentifier: 'someone', clientInitiatedDisconnect: true, disconnectReason: 'CLIENT_INITIATED_DISCONNECT',
          versionNumber: 0,
        },
      },
    ])
  })
  it('counts the connections of a client, and begins again after an hour away', async () => {
    const { broker, events, clock } = withEvents()
    const { client: first } = await connectClient(broker)
    const { client: second } = await connectClient(broker)
    await first.closed
    second.stream.end()
    await second.closed
    clock.advance(3_600_000)
    await connectClient(broker)
    expect(events.map(({ body }) => [body.eventType, body.versionNumber, body.disconnectReason])).toEqual([
      ['connected', 0, undefined], ['disconnected', 0, 'DUPLICATE_CLIENTID'], ['connected', 1, undefined],
      ['disconnected', 1, 'CONNECTION_LOST'], ['connected', 0, undefined],
    ])
  })
  it.each(['a+b', 'a#b'])('tells nothing of the client id %s', async (clientId) => {
    const { broker, events } = withEvents()
    await connectClient(broker, { clientId })
    expect(events).toEqual([])
  })
  it.each([{ exclusive: true, named: 'keg-7' }, { exclusive: false, named: undefined }])('names the thing, exclusive: $exclusive', async ({
    exclusive, named,
  }) => {
    const authorization = { principal: 'cert', refusal: () => undefined }
    const { broker, events } = withEvents({
      connect: () => Promise.resolve({ accepted: true, authorization, thing: { thingName: 'keg-7', exclusive } }),
    })
    await connectClient(broker)
    expect(events[0]?.body.thingName).toBe(named)
  })
  it('tells of a CONNECT whose Will is not allowed, and refuses it', async () => {
    const authorization = {
      principal: 'cert', refusal: (action: string, topic: string) => (action === 'RetainPublish' && topic === 'wills' ? 'no' : undefined),
    }
    const { broker, events } = withEvents({
      connect: () => Promise.resolve({ accepted: true, authorization, thing: { thingName: 'keg-7', exclusive: true } }),
    })
    const { connack } = await connectClient(broker, {
      version: 5, will: { topic: 'wills', payload: Buffer.from('gone'), qos: 1, retain: true },
    })
    expect(connack).toMatchObject({ reasonCode: 0x87, properties: { reasonString: 'Will refused: no' } })
    expect(events).toMatchObject([
      { topic: '$aws/events/presence/connect_failed/keg-1', body: { thingName: 'keg-7', connectFailureReason: 'AUTHORIZATION_FAILED' } },
    ])
  })
  it('tells of a CONNECT that was not allowed', async () => {
    const { broker, events } = withEvents({ connect: () => Promise.resolve({ accepted: false, code: 0x87, reason: 'no' }) })
    await connectClient(broker, { version: 5, info: { certificateId: 'c0ffee', sourceIp: '192.0.2.1' } })
    expect(events).toMatchObject([
      {
        topic: '$aws/events/presence/connect_failed/keg-1',
        body: { eventType: 'connect_failed', connectFailureReason: 'AUTHORIZATION_FAILED', principalIdentifier: 'c0ffee' },
      },
    ])
  })
})

describe('subscriptions', () => {
  it('are told with the filters that were granted, and those that ended', async () => {
    const { broker, events } = withEvents({ refusal: (action, topic) => (action === 'Subscribe' && topic === 'denied' ? 'no' : undefined) })
    const { client } = await connectClient(broker, { version: 5 })
    client.send({
      cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: 'a/#', qos: 1 }, { topic: 'denied', qos: 1 }, { topic: 'b', qos: 0 }],
    })
    await client.next('suback')
    client.send({ cmd: 'unsubscribe', messageId: 2, unsubscriptions: ['b'] })
    await client.next('unsuback')
    expect(events.slice(1)).toMatchObject([
      {
        topic: '$aws/events/subscriptions/subscribed/keg-1',
        body: { eventType: 'subscribed', topics: ['a/#', 'b'], sessionIdentifier: 'id-1' },
      },
      { topic: '$aws/events/subscriptions/unsubscribed/keg-1', body: { eventType: 'unsubscribed', topics: ['b'] } },
    ])
  })
})

it('reach rules and clients, and cost nothing', async () => {
  const published: (string | undefined)[] = []
  let metered = 0
  const { broker } = openIotBroker({
    meter: { ...noMeter, message: (_bytes, topic) => void (metered += topic?.startsWith('$aws/') ? 0 : 1) },
    published: ({ topic }, { clientId }) => {
      published.push(`${topic} ${clientId}`)
      return undefined
    },
  })
  const { client: watcher } = await connectClient(broker, { clientId: 'watcher' })
  await watcher.subscribe('$aws/events/presence/+/keg-1')
  const before = metered
  const { client } = await connectClient(broker)
  await client.settled()
  expect((await watcher.next('publish')).topic).toBe('$aws/events/presence/connected/keg-1')
  // The CONNECT itself.
  expect(metered).toBe(before + 1)
  expect(published.at(-1)).toBe('$aws/events/presence/connected/keg-1 undefined')
})
