import { GetThingConnectivityDataCommand } from '@aws-sdk/client-iot'
import {
  DeleteConnectionCommand, GetConnectionCommand, ListNamedShadowsForThingCommand, ListSubscriptionsCommand, SendDirectMessageCommand,
  UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import mqtt, { type IClientOptions } from 'mqtt'
import { describe, expect, it } from 'vitest'
import type { LocalMessage } from '../src/index.ts'
import { missing, refusalOf } from './error-of.ts'
import { kegPolicy, provision, startIot, until, useIot } from './start-iot.ts'

const started = useIot()


async function connect(thingName: string, options: IClientOptions = {}, policy?: string) {
  const { cert, key, ca } = await provision(started.iot, thingName, policy)
  return mqtt.connectAsync(started.iot.endpoints.mqtts, {
    protocolVersion: 5, clientId: thingName, cert, key, ca, reconnectPeriod: 0, ...options,
  })
}
const closed = (client: mqtt.MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()))

describe('GetConnection', () => {
  it('shows a connection, its socket when asked for, and how it ended', async () => {
    const client = await connect('shown', { keepalive: 60, clean: false, properties: { sessionExpiryInterval: 600 } })
    const shown = await started.data.send(new GetConnectionCommand({ clientId: 'shown' }))
    expect(shown).toMatchObject({
      clientId: 'shown', connected: true, thingName: 'shown', cleanSession: false, sessionExpiry: 600, keepAliveDuration: 60,
    })
    expect(shown.sourceIp).toBeUndefined()
    const { port } = new URL(started.iot.endpoints.mqtts)
    const withSocket = await started.data.send(new GetConnectionCommand({ clientId: 'shown', includeSocketInformation: true }))
    expect(withSocket).toMatchObject({
      sourceIp: '127.0.0.1', targetIp: '127.0.0.1', targetPort: Number(port), sourcePort: expect.any(Number) as number,
    })
    await client.endAsync()
    expect(await started.data.send(new GetConnectionCommand({ clientId: 'shown' }))).toMatchObject({
      connected: false, disconnectReason: 'CLIENT_INITIATED_DISCONNECT', disconnectedSince: expect.any(Number) as number,
    })
  })
  it('knows nobody who never came', async () => {
    expect(await refusalOf(started.data.send(new GetConnectionCommand({ clientId: 'nobody' })))).toEqual(missing)
  })
})

describe('DeleteConnection', () => {
  const will = { topic: 'wills/deleted', payload: Buffer.from('gone') }
  it.each([
    { preventWillMessage: false, wills: 1 }, { preventWillMessage: true, wills: 0 },
  ])('closes the connection, preventWillMessage $preventWillMessage', async ({ preventWillMessage, wills }) => {
    const clientId = `deleted-${preventWillMessage}`
    const client = await connect(clientId, { will: { ...will, qos: 0, retain: false } })
    const messages: LocalMessage[] = []
    const stop = started.iot.subscribe('wills/deleted', (message) => messages.push(message))
    const presences: unknown[] = []
    const stopPresence = started.iot.subscribe(`$aws/events/presence/disconnected/${clientId}`, ({ payload }) =>
      presences.push(JSON.parse(Buffer.from(payload).toString())))
    const gone = new Promise<{ reasonCode?: number }>((resolve) => client.once('disconnect', resolve))
    await started.data.send(new DeleteConnectionCommand({ clientId, preventWillMessage }))
    expect((await gone).reasonCode).toBe(0x98)
    expect(messages.length).toBe(wills)
    expect(await started.data.send(new GetConnectionCommand({ clientId }))).toMatchObject({
      connected: false, disconnectReason: 'API_INITIATED_DISCONNECT',
    })
    expect(presences).toMatchObject([
      { clientId, eventType: 'disconnected', disconnectReason: 'API_INITIATED_DISCONNECT', clientInitiatedDisconnect: false },
    ])
    stopPresence()
    stop()
    client.end(true)
  })
  it.each([
    { cleanSession: false, present: true }, { cleanSession: true, present: false },
  ])('keeps the session or not, cleanSession $cleanSession', async ({ cleanSession, present }) => {
    const clientId = `session-${cleanSession}`
    const session = { clean: false, properties: { sessionExpiryInterval: 600 } }
    const client = await connect(clientId, session)
    const ended = closed(client)
    await started.data.send(new DeleteConnectionCommand({ clientId, cleanSession }))
    await ended
    const { options } = client
    const again = mqtt.connect(started.iot.endpoints.mqtts, { ...options, ...session })
    const { sessionPresent } = await new Promise<mqtt.IConnackPacket>((resolve) => again.once('connect', resolve))
    expect(sessionPresent).toBe(present)
    await again.endAsync()
  })
  it('says when there is none', async () => {
    expect(await refusalOf(started.data.send(new DeleteConnectionCommand({ clientId: 'nobody' })))).toEqual(missing)
  })
})

it('ListSubscriptions shows them page by page', async () => {
  const client = await connect('subscriber')
  await client.subscribeAsync({ a: { qos: 0 }, 'b/#': { qos: 1 }, '$share/g/c': { qos: 1 } })
  const first = await started.data.send(new ListSubscriptionsCommand({ clientId: 'subscriber', maxResults: 2 }))
  expect(first.subscriptions).toEqual([{ topicFilter: '$share/g/c', qos: 1 }, { topicFilter: 'a', qos: 0 }])
  const second = await started.data.send(new ListSubscriptionsCommand({ clientId: 'subscriber', nextToken: first.nextToken }))
  expect(second.subscriptions).toEqual([{ topicFilter: 'b/#', qos: 1 }])
  await client.endAsync()
  expect(await refusalOf(started.data.send(new ListSubscriptionsCommand({ clientId: 'subscriber' })))).toEqual(missing)
})

describe('SendDirectMessage', () => {
  it('reaches a client that never subscribed, is confirmed by its PUBACK, and runs no rule', async () => {
    const client = await connect('direct')
    const routed: LocalMessage[] = []
    const stop = started.iot.subscribe('#', (message) => routed.push(message))
    const message = new Promise<mqtt.IPublishPacket>((resolve) => client.once('message', (_topic, _payload, packet) => resolve(packet)))
    const answer = await started.data.send(new SendDirectMessageCommand({
      clientId: 'direct', topic: 'commands/reboot', payload: Buffer.from('now'), confirmation: true, contentType: 'text/plain',
    }))
    expect(answer.message).toBe('OK')
    expect(await message).toMatchObject({ topic: 'commands/reboot', qos: 1, retain: false, properties: { contentType: 'text/plain' } })
    await started.data.send(new SendDirectMessageCommand({ clientId: 'direct', topic: 'commands/reboot' }))
    expect(routed).toEqual([])
    stop()
    await client.endAsync()
  })
  it('says when the client is not there, may not receive, or when the request is wrong', async () => {
    const send = (clientId: string, topic = 'commands/x', timeout?: number) =>
      refusalOf(started.data.send(new SendDirectMessageCommand({
        clientId, topic, ...(timeout === undefined ? {} : { timeout, confirmation: true }),
      })))
    const client = await connect('deaf', {}, kegPolicy([{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }]))
    expect(await send('deaf')).toEqual({ name: 'ForbiddenException', status: 403 })
    expect(await send('nobody')).toEqual(missing)
    expect(await send('deaf', 'a/#')).toEqual({ name: 'InvalidRequestException', status: 400 })
    expect(await send('deaf', 'a', 60)).toEqual({ name: 'InvalidRequestException', status: 400 })
    await client.endAsync()
  })
})

const index = (thingConnectivityIndexingMode: 'OFF' | 'STATUS') =>
  started.iot.call('UpdateIndexingConfiguration', {
    thingIndexingConfiguration: {
      thingIndexingMode: 'REGISTRY', thingConnectivityIndexingMode,
      ...(thingConnectivityIndexingMode === 'OFF' ? {} : {
        filter: { connectivity: { includeSocketInformation: ['GET_THING_CONNECTIVITY_DATA'] } },
      }),
    },
  })

it('GetThingConnectivityData tells whether the client of the thing\'s name is there, where that is indexed', async () => {
  const ask = () => started.control.send(new GetThingConnectivityDataCommand({ thingName: 'indexed', includeSocketInformation: true }))
  expect(await refusalOf(ask())).toEqual({ name: 'IndexNotReadyException', status: 400 })
  await index('STATUS')
  expect(await refusalOf(ask())).toEqual(missing)
  await started.iot.call('CreateThing', { thingName: 'indexed' })
  expect(await ask()).toMatchObject({ thingName: 'indexed', connected: false, disconnectReason: 'UNKNOWN' })
  await started.iot.call('DeleteThing', { thingName: 'indexed' })
  const client = await connect('indexed', { keepalive: 60, properties: { sessionExpiryInterval: 300 } })
  expect(await ask()).toMatchObject({
    thingName: 'indexed', connected: true, timestamp: expect.any(Date) as Date, disconnectReason: 'NONE', clientId: 'indexed',
    keepAliveDuration: 60, cleanSession: false, sessionExpiry: 300, sourceIp: '127.0.0.1', sourcePort: expect.any(Number) as number,
  })
  await client.endAsync()
  expect(await ask()).toMatchObject({ connected: false, disconnectReason: 'CLIENT_INITIATED_DISCONNECT' })
  await index('OFF')
})

it('GetThingConnectivityData does not find the client of an exclusive thing under another client id', async () => {
  await index('STATUS')
  const { cert, key, ca, certificateArn } = await provision(started.iot, 'only-thing')
  await started.iot.call('DetachThingPrincipal', { thingName: 'only-thing', principal: certificateArn })
  await started.iot.call('AttachThingPrincipal', {
    thingName: 'only-thing', principal: certificateArn, thingPrincipalType: 'EXCLUSIVE_THING',
  })
  const connected: unknown[] = []
  const stop = started.iot.subscribe('$aws/events/presence/connected/another-id', ({ payload }) =>
    connected.push(JSON.parse(Buffer.from(payload).toString())))
  const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, { clientId: 'another-id', cert, key, ca, reconnectPeriod: 0 })
  expect(await started.control.send(new GetThingConnectivityDataCommand({ thingName: 'only-thing' })))
    .toMatchObject({ connected: false, disconnectReason: 'UNKNOWN' })
  expect(connected).toMatchObject([{ clientId: 'another-id', thingName: 'only-thing' }])
  stop()
  await client.endAsync()
  await index('OFF')
})

it('ListNamedShadowsForThing lists those that exist', async () => {
  for (const shadowName of ['config', 'state'])
    await started.data.send(new UpdateThingShadowCommand({ thingName: 'lamp', shadowName, payload: '{"state":{}}' }))
  await started.data.send(new UpdateThingShadowCommand({ thingName: 'lamp', payload: '{"state":{}}' }))
  const first = await started.data.send(new ListNamedShadowsForThingCommand({ thingName: 'lamp', pageSize: 1 }))
  expect(first.results).toEqual(['config'])
  expect((await started.data.send(new ListNamedShadowsForThingCommand({ thingName: 'lamp', nextToken: first.nextToken }))).results)
    .toEqual(['state'])
})

it('a rule hears of clients that come and go', async () => {
  const invoked: { eventType: string; clientId: string; disconnectReason?: string }[] = []
  await using other = await startIot({
    invokeFunction: (_arn, event) => {
      invoked.push(event as (typeof invoked)[number])
      return Promise.resolve(undefined)
    },
  })
  await other.iot.call('CreateTopicRule', {
    ruleName: 'presence',
    topicRulePayload: {
      sql: "SELECT * FROM '$aws/events/presence/#'",
      actions: [{ lambda: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f' } }],
    },
  })
  const { cert, key, ca } = await provision(other.iot, 'heard')
  const client = await mqtt.connectAsync(other.iot.endpoints.mqtts, { clientId: 'heard', cert, key, ca, reconnectPeriod: 0 })
  await client.endAsync()
  await until(() => invoked.length === 2)
  expect(invoked).toMatchObject([
    { eventType: 'connected', clientId: 'heard' }, { eventType: 'disconnected', disconnectReason: 'CLIENT_INITIATED_DISCONNECT' },
  ])
})

// mqtt.html: client ids that begin with $ are reserved
it.each([
  ['GetConnection', () => new GetConnectionCommand({ clientId: '$GEN/1' })],
  ['DeleteConnection', () => new DeleteConnectionCommand({ clientId: '$GEN/1' })],
  ['ListSubscriptions', () => new ListSubscriptionsCommand({ clientId: '$GEN/1' })],
  ['SendDirectMessage', () => new SendDirectMessageCommand({ clientId: '$GEN/1', topic: 'a' })],
  ['SendDirectMessage to a topic with $', () => new SendDirectMessageCommand({ clientId: 'a', topic: '$aws/rules/a/b' })],
] as const)('%s refuses $', async (_, command) => {
  // One of the data plane's commands each.
  expect(await refusalOf(started.data.send(command() as GetConnectionCommand))).toEqual({ name: 'InvalidRequestException', status: 400 })
})
