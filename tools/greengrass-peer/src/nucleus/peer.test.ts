import deviceSdk from 'aws-iot-device-sdk-v2'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { matchesResource } from '../authorization.ts'
import { encodeFrame, FrameSplitter, type Frame } from '../frames.ts'
import { startGreengrassPeer, type GreengrassPeer, type PeerOptions } from './peer.ts'
import { MemoryCloud } from '../testing/memory-cloud.ts'

// The client is the SDK's own, as it is.
const { greengrasscoreipc } = deviceSdk
const { QOS, ReceiveMode, ReportedLifecycleState } = greengrasscoreipc.model
type Client = ReturnType<typeof greengrasscoreipc.createClient>

const allow = (operation: string, ...resources: string[]) => ({ operations: [`aws.greengrass#${operation}`], resources })
const configuration = {
  port: 8883, list: [1, 2], nested: { on: true },
  accessControl: {
    'aws.greengrass.ipc.mqttproxy': { publish: allow('PublishToIoTCore', 'a/*'), hear: allow('SubscribeToIoTCore', 'a/+/b') },
    'aws.greengrass.ipc.pubsub': { all: allow('PublishToTopic', 'local/*'), hear: allow('SubscribeToTopic', 'local/#') },
  },
}
const bytes = (text: string) => Buffer.from(text)

let dir: string
let cloud: MemoryCloud
let peer: GreengrassPeer
const opened: Client[] = []

async function start(options: Partial<PeerOptions> = {}) {
  cloud = new MemoryCloud()
  peer = await startGreengrassPeer({
    socketFile: join(dir, 'ipc.socket'), cloud, thingName: 'core-1',
    components: [{ name: 'keg.Gateway', configuration }, { name: 'other' }], ...options,
  })
}
async function client(component = 'keg.Gateway'): Promise<Client> {
  for (const [name, value] of Object.entries(peer.environmentOf(component))) vi.stubEnv(name, value)
  const one = greengrasscoreipc.createClient()
  opened.push(one)
  await one.connect()
  return one
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'keg-gg-'))
  await start()
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  await peer[Symbol.asyncDispose]()
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

describe('to AWS IoT Core', () => {
  it('publishes with all that MQTT 5 has, and answers when it is spooled', async () => {
    const gateway = await client()
    const properties = {
      messageExpiryIntervalSeconds: 60, responseTopic: 'a/answers', contentType: 'text/plain', userProperties: [{ key: 'k', value: 'v' }],
    }
    expect(await gateway.publishToIoTCore({
      topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload: 'hello', retain: true, correlationData: 'id', ...properties,
    })).toEqual({})
    expect(cloud.published).toMatchObject([{ topic: 'a/b', qos: 1, retain: true, properties }])
    expect(cloud.published.map(({ payload, properties: more }) => [
      Buffer.from(payload).toString(), Buffer.from(more?.correlationData ?? []).toString(),
    ])).toEqual([['hello', 'id']])
  })

  it('hands on what comes to a filter until the stream is closed', async () => {
    const stream = (await client()).subscribeToIoTCore({ topicName: 'a/+/b', qos: QOS.AT_LEAST_ONCE })
    const heard: unknown[] = []
    stream.on('message', ({ message }) =>
      heard.push([message?.topicName, Buffer.from(message?.payload as Buffer).toString(), message?.responseTopic]))
    await stream.activate()
    cloud.deliver('a/1/b', 'one', { responseTopic: 'r' })
    cloud.deliver('a/1/c', 'none')
    await vi.waitFor(() => expect(heard).toEqual([['a/1/b', 'one', 'r']]), { timeout: 30_000 })
    await stream.close()
    await vi.waitFor(() => expect(cloud.filters.size).toBe(0), { timeout: 30_000 })
  })

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['publishing', (one) => one.publishToIoTCore({ topicName: 'b/a', qos: QOS.AT_LEAST_ONCE, payload: '' })],
    ['subscribing to more than is allowed', (one) => one.subscribeToIoTCore({ topicName: 'a/#', qos: QOS.AT_LEAST_ONCE }).activate()],
  ])('refuses %s that accessControl does not allow, and says what', async (_what, attempt) => {
    await expect(attempt(await client())).rejects.toMatchObject({
      serviceError: {
        _errorCode: 'UnauthorizedError',
        _message: expect.stringMatching(
          /^Authorization failed with error Principal keg.Gateway is not authorized to perform aws.greengrass.ipc.mqttproxy:aws.greengrass#\w+ToIoTCore on resource/,
        ),
      },
    })
    expect([cloud.published, [...cloud.filters]]).toEqual([[], []])
  })
})

describe('the spool', () => {
  it('keeps QoS 1 while the cloud is away, in order, and refuses QoS 0 then', async () => {
    const gateway = await client()
    cloud.become(false)
    for (const payload of ['1', '2', '3']) await gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload })
    await expect(gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_MOST_ONCE, payload: '4' })).rejects.toMatchObject({
      serviceError: { _errorCode: 'ServiceError', _message: expect.stringMatching(/offline/) },
    })
    expect(cloud.published).toEqual([])
    cloud.become(true)
    await vi.waitFor(() => expect(cloud.published.map(({ payload }) => Buffer.from(payload).toString())).toEqual(['1', '2', '3']), {
      timeout: 30_000,
    })
  })

  it('refuses what it has no room for', async () => {
    await peer[Symbol.asyncDispose]()
    await start({ maxSpoolBytes: 10 })
    const gateway = await client()
    cloud.become(false)
    await gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload: '12345678' })
    for (const [payload, why] of [['123', /is full/], ['12345678901', /larger/]] as const) {
      await expect(gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload })).rejects.toMatchObject({
        serviceError: { _errorCode: 'ServiceError', _message: expect.stringMatching(why) },
      })
    }
  })

  it('drops after 100 tries what the cloud refuses', async () => {
    const gateway = await client()
    cloud.takes = (topic) => topic !== 'a/refused'
    await gateway.publishToIoTCore({ topicName: 'a/refused', qos: QOS.AT_LEAST_ONCE, payload: '' })
    await gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload: '' })
    await vi.waitFor(() => expect(peer.spool()).toMatchObject({ taken: 2, sent: 1, dropped: 1, waiting: 0 }), { timeout: 30_000 })
  })

  it('answers, then forgets, where that fault is on; and forgets at a restart', async () => {
    await peer[Symbol.asyncDispose]()
    let asked = 0
    await start({ forgets: () => ++asked === 2 })
    const gateway = await client()
    for (const payload of ['1', '2', '3']) await gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload })
    await vi.waitFor(() => expect(peer.spool()).toMatchObject({ sent: 2, forgotten: 1 }), { timeout: 30_000 })
    cloud.become(false)
    await gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload: '4' })
    const gone = once(gateway, 'disconnection')
    peer.restart()
    await gone
    expect(peer.spool()).toMatchObject({ taken: 4, sent: 2, forgotten: 2, waiting: 0 })
  })
})

describe('the configuration', () => {
  it.each<[readonly string[], unknown]>([
    [[], configuration],
    [['nested'], { on: true }],
    [['port'], { port: 8883 }],
    [['list'], { list: [1, 2] }],
    [['nested', 'on'], { on: true }],
  ])('is read at %j', async (keyPath, value) => {
    expect(await (await client()).getConfiguration({ keyPath: [...keyPath] })).toEqual({ componentName: 'keg.Gateway', value })
  })

  it('says which key there is none of', async () => {
    await expect((await client()).getConfiguration({ keyPath: ['none'] })).rejects.toMatchObject({
      serviceError: { _errorCode: 'ResourceNotFoundError', resourceName: 'none' },
    })
  })

  it('tells of its changes, by a deployment or by the component', async () => {
    const gateway = await client()
    const stream = gateway.subscribeToConfigurationUpdate({ keyPath: [] })
    const changed: unknown[] = []
    stream.on('message', ({ configurationUpdateEvent }) => changed.push(configurationUpdateEvent?.keyPath))
    await stream.activate()
    peer.configure('keg.Gateway', { ...configuration, port: 8884 })
    await gateway.updateConfiguration({ keyPath: ['nested'], timestamp: new Date(), valueToMerge: { more: 1 } })
    await vi.waitFor(() => expect(changed).toEqual([['port'], ['nested']]), { timeout: 30_000 })
    expect((await gateway.getConfiguration({ keyPath: ['nested'] })).value).toEqual({ on: true, more: 1 })
  })
})

it('carries messages between components, and not back to who sent by a wildcard', async () => {
  const gateway = await client()
  const stream = gateway.subscribeToTopic({ topic: 'local/#' })
  const all = gateway.subscribeToTopic({ topic: 'local/#', receiveMode: ReceiveMode.RECEIVE_ALL_MESSAGES })
  const heard: unknown[] = []
  stream.on('message', () => heard.push('wrong'))
  all.on('message', ({ jsonMessage, binaryMessage }) =>
    heard.push(jsonMessage?.message ?? Buffer.from(binaryMessage?.message as Buffer).toString()))
  await stream.activate()
  await all.activate()
  await gateway.publishToTopic({ topic: 'local/a', publishMessage: { jsonMessage: { message: { n: 1 } } } })
  await gateway.publishToTopic({ topic: 'local/a', publishMessage: { binaryMessage: { message: bytes('2') } } })
  await vi.waitFor(() => expect(heard).toEqual([{ n: 1 }, '2']), { timeout: 30_000 })
  await expect((await client('other')).publishToTopic({ topic: 'local/a', publishMessage: {} })).rejects.toThrow()
})

it('learns that a component runs', async () => {
  await (await client()).updateState({ state: ReportedLifecycleState.RUNNING })
  expect([peer.states('keg.Gateway'), peer.states('other')]).toEqual([['RUNNING'], []])
})

it('says of an operation that it does not have what the nucleus says of one', async () => {
  await expect((await client()).getThingShadow({ thingName: 'core-1', shadowName: '' })).rejects.toThrow(/not an application message/)
})

it('lets nobody in by a wrong token', async () => {
  vi.stubEnv('AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT', join(dir, 'ipc.socket'))
  vi.stubEnv('SVCUID', 'wrong')
  const stranger = greengrasscoreipc.createClient()
  opened.push(stranger)
  await expect(stranger.connect()).rejects.toThrow()
})

it('takes streams by its own count: 500 calls at once', async () => {
  const gateway = await client()
  await Promise.all(
    Array.from({ length: 500 }, (_, n) => gateway.publishToIoTCore({ topicName: 'a/b', qos: QOS.AT_LEAST_ONCE, payload: String(n) })),
  )
  expect(cloud.published).toHaveLength(500)
})

describe('a client that breaks the protocol', () => {
  const request = (streamId: number, headers: Frame['headers'] = { operation: 'aws.greengrass#UpdateState' }): Frame => ({
    headers: { ':message-type': 0, ':message-flags': 0, ':stream-id': streamId, ...headers }, payload: bytes('{"state":"RUNNING"}'),
  })
  const hello = (): Frame => ({
    headers: { ':version': '0.1.0', ':message-type': 4, ':message-flags': 0, ':stream-id': 0 },
    payload: bytes(JSON.stringify({ authToken: peer.environmentOf('keg.Gateway')['SVCUID'] })),
  })
  it.each<[string, () => Uint8Array[], number[]]>([
    ['speaks before it is let in', () => [encodeFrame(request(1))], [6]],
    ['skips a stream', () => [encodeFrame(hello()), encodeFrame(request(2))], [5, 6]],
    ['uses a stream again', () => [encodeFrame(hello()), encodeFrame(request(1)), encodeFrame(request(1))], [5, 0, 6]],
    ['opens a stream for nothing', () => [encodeFrame(hello()), encodeFrame(request(1, {}))], [5, 6]],
    ['has another version', () => [encodeFrame({ ...hello(), headers: { ...hello().headers, ':version': '0.2.0' } })], [5]],
    ['sends no frames', () => [Buffer.alloc(16)], []],
  ])('that %s is told, and cut off', async (_what, frames, answers) => {
    const socket = connect(join(dir, 'ipc.socket'))
    const splitter = new FrameSplitter()
    const types: unknown[] = []
    socket.on('data', (piece: Buffer) => types.push(...splitter.push(piece).map(({ headers }) => headers[':message-type'])))
    for (const frame of frames()) {
      socket.write(frame)
      // One answer to each, before the next.
      await new Promise((resolve) => setImmediate(resolve))
    }
    await once(socket, 'close')
    expect(types).toEqual(answers)
  })
})

it.each<[pattern: string, resource: string, matches: boolean]>([
  ['a/b', 'a/b', true], ['a/b', 'a/c', false], ['a.b', 'axb', false], ['a/*', 'a/b/c', true], ['*', 'a/#', true],
  ['a/+/b', 'a/x/b', true], ['a/+/b', 'a/+/b', true], ['a/+', 'a/#', false], ['a/+', 'a/b/c', false], ['a/#', 'a/b/c', true],
  ['a/#', 'a/#', true], ['a/b', 'a/+', false],
])('a resource %s allows %s: %s', (pattern, resource, matches) => {
  expect(matchesResource(pattern, resource)).toBe(matches)
})
