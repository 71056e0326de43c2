import type { Packet } from 'mqtt-packet'
import { expect, it, onTestFinished } from 'vitest'
import type { LineState } from '../line.ts'
import { startScriptedBroker, type BrokerScript } from '../testing/scripted-broker.ts'
import { deviceSdkLine, type DeviceSdkLineOptions } from './device-sdk-line.ts'

const LIMIT_MS = 30_000
const bytes = (text: string) => new TextEncoder().encode(text)

/** A line to a broker on a script, and its states one after the other. */
async function lineTo(script: BrokerScript, options: Partial<DeviceSdkLineOptions> = {}) {
  const broker = await startScriptedBroker(script)
  const { caFile, ...identity } = broker.files
  const line = deviceSdkLine({
    host: 'localhost', port: broker.port, caFile, identity, clientId: 'k-1', reconnectDelayMs: [10, 20], closeTimeoutMs: 500, ...options,
  })
  const states: LineState[] = []
  const reasons: string[] = []
  const waiting: { readonly wanted: LineState; readonly resolve: () => void }[] = []
  line.onState((state, reason) => {
    states.push(state)
    reasons.push(reason)
    for (const it of waiting.splice(0)) if (it.wanted === state) it.resolve(); else waiting.push(it)
  })
  /** Resolves at the next such state. */
  const next = (wanted: LineState) => new Promise<void>((resolve) => waiting.push({ wanted, resolve }))
  onTestFinished(async () => {
    await line.close()
    await broker[Symbol.asyncDispose]()
  })
  return { broker, line, states, reasons, next, sent: (cmd: Packet['cmd']) => broker.received.filter((packet) => packet.cmd === cmd) }
}

it('asks for the session of an earlier process: what came while it was away is for it', async () => {
  const { line, next, sent } = await lineTo({}, { sessionExpirySec: 604_800 })
  const connected = next('connected')
  line.start()
  await connected
  expect(sent('connect')).toMatchObject([{ clean: false, properties: { sessionExpiryInterval: 604_800 } }])
}, LIMIT_MS)

it('gives a connection up where it is asked to, and makes a new one', async () => {
  const { line, states, reasons, next } = await lineTo({})
  line.reconnect('there is none yet')
  const connected = next('connected')
  line.start()
  await connected
  const again = next('connected')
  line.reconnect('the cloud books nothing')
  await again
  expect(states).toEqual(['connected', 'stalled', 'connected'])
  expect(reasons[1]).toBe('the cloud books nothing; connecting anew')
}, LIMIT_MS)

it('publishes, and rejects what the broker refuses by its reason code', async () => {
  const { broker, line, next, sent } = await lineTo({})
  await expect(line.publish('a/b', bytes('early'), 1)).rejects.toMatchObject({ code: 'DISCONNECTED' })
  const connected = next('connected')
  line.start()
  await connected
  await line.publish('a/b', bytes('1'), 1, { expirySec: 60, responseTopic: 'a/answers' })
  await line.publish('a/b', bytes('2'), 0)
  await line.publish('a/b', bytes('kept'), 1, { retain: true })
  expect(broker.received).toContainEqual(expect.objectContaining({
    cmd: 'publish', topic: 'a/b', properties: { messageExpiryInterval: 60, responseTopic: 'a/answers' },
  }))
  expect(sent('publish').map((packet) => 'retain' in packet && packet.retain)).toEqual([false, false, true])
  broker.script = { acknowledges: 0x87 }
  await expect(line.publish('a/b', bytes('3'), 1)).rejects.toMatchObject({ code: 'REFUSED', topic: 'a/b', reasonCode: 0x87 })
}, LIMIT_MS)

it('rejects as refused what the SDK does not send: no broker will ever take it', async () => {
  const { line, next } = await lineTo({})
  const connected = next('connected')
  line.start()
  await connected
  for (const topic of ['keg/a\u0001b', 'keg/a\ufffe', 'keg/+/x', '']) {
    await expect(line.publish(topic, bytes('1'), 1)).rejects.toMatchObject({ code: 'REFUSED', topic, reasonCode: undefined })
  }
  await line.publish('keg/next', bytes('2'), 1)
}, LIMIT_MS)

it('says that it is stalled where a broker acknowledges nothing, connects anew, and goes on', async () => {
  const { broker, line, states, reasons, next, sent } = await lineTo({ acknowledges: false }, { stallSec: 0.2 })
  const connected = next('connected')
  line.start()
  await connected
  const again = next('stalled').then(() => {
    broker.script = {}
    return next('connected')
  })
  await expect(line.publish('a/b', bytes('1'), 1)).rejects.toMatchObject({ code: 'STALLED' })
  expect(line.state).toBe('stalled')
  await again
  await line.publish('a/b', bytes('1'), 1)
  expect(states).toEqual(['connected', 'stalled', 'connected'])
  expect(reasons[1]).toContain('nothing was acknowledged for 0.2 s')
  expect(sent('connect')).toHaveLength(2)
}, LIMIT_MS)

it('fails an attempt whose CONNECT is never answered, tries again, and closes in time', async () => {
  const { line, states, next, sent } = await lineTo({ connects: false }, { connackTimeoutMs: 100 })
  const twice = next('disconnected').then(() => next('disconnected'))
  line.start()
  await twice
  await line.close()
  expect(states.slice(0, 2)).toEqual(['disconnected', 'disconnected'])
  expect(sent('connect').length).toBeGreaterThanOrEqual(2)
}, LIMIT_MS)

it('rejects at once what waits for an acknowledgement when the connection is lost', async () => {
  const { broker, line, next } = await lineTo({ acknowledges: false })
  const connected = next('connected')
  line.start()
  await connected
  const lost = line.publish('a/b', bytes('1'), 1)
  broker.cut()
  await expect(lost).rejects.toMatchObject({ code: 'DISCONNECTED' })
}, LIMIT_MS)

it('closes where it was never started, where it waits, and twice', async () => {
  const { line, next } = await lineTo({ acknowledges: false })
  const idle = await lineTo({})
  await idle.line.close()
  const connected = next('connected')
  line.start()
  await connected
  const left = line.publish('a/b', bytes('1'), 1)
  const closed = Promise.all([line.close(), line.close()])
  await expect(left).rejects.toMatchObject({ code: expect.stringMatching(/^(CLOSED|DISCONNECTED)$/) })
  await closed
  await expect(line.publish('a/b', bytes('1'), 1)).rejects.toMatchObject({ code: 'CLOSED' })
}, LIMIT_MS)

it('hands on what comes to a filter, and asks for it again where the broker does not know the session', async () => {
  const { broker, line, next, sent } = await lineTo({})
  const received: string[] = []
  let heard: () => void = () => undefined
  const subscribed = line.subscribe('a/+', (topic, payload) => {
    received.push(`${topic} ${new TextDecoder().decode(payload)}`)
    heard()
  })
  line.start()
  await subscribed
  const hearing = new Promise<void>((resolve) => (heard = resolve))
  broker.publish('b/1', 'not for us')
  broker.publish('a/1', 'for us')
  await hearing
  expect(received).toEqual(['a/1 for us'])
  const reconnect = async (sessionPresent: boolean) => {
    broker.script = { sessionPresent }
    const connected = next('connected')
    broker.cut()
    await connected
    // Its own acknowledgement comes after whatever the line asked for at this connection.
    await line.publish('a/b', bytes('fence'), 1)
    return sent('subscribe').length
  }
  expect(await reconnect(true)).toBe(1)
  expect(await reconnect(false)).toBe(2)
  line.unsubscribe('a/+')
  await line.publish('a/b', bytes('fence'), 1)
  expect(sent('unsubscribe')).toHaveLength(1)
  expect(await reconnect(false)).toBe(2)
}, LIMIT_MS)

it('acknowledges a message once its handler has taken it, and not where it could not', async () => {
  const problems: string[] = []
  const { broker, line, sent } = await lineTo({}, { onProblem: (topic) => problems.push(topic) })
  const arrivals = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()] as const
  const taking = Promise.withResolvers<undefined>()
  const handlers = [() => taking.promise, () => Promise.reject(new Error('the disk is full')), () => undefined]
  let arrived = 0
  const subscribed = line.subscribe('a/+', () => {
    arrivals[arrived]?.resolve(undefined)
    return handlers[arrived++]?.()
  })
  line.start()
  await subscribed
  for (const messageId of [1, 2, 3]) broker.publish('a/1', 'take it', messageId)
  await Promise.all(arrivals.map(({ promise }) => promise))
  await line.publish('a/b', bytes('fence'), 1)
  const acknowledged = () => sent('puback').map((packet) => packet.messageId)
  expect([acknowledged(), problems]).toEqual([[3], ['a/1']])
  taking.resolve(undefined)
  await line.publish('a/b', bytes('fence'), 1)
  expect(acknowledged()).toEqual([3, 1])
}, LIMIT_MS)

it('rejects a subscription that is refused, and asks again at the next connection', async () => {
  const problems: string[] = []
  const { broker, line, next, states } = await lineTo({ grants: 0x87 }, { onProblem: (filter) => problems.push(filter) })
  const subscribed = line.subscribe('a/+', () => undefined)
  line.start()
  await expect(subscribed).rejects.toMatchObject({ code: 'REFUSED', topic: 'a/+', reasonCode: 0x87 })
  broker.script = {}
  const connected = next('connected')
  broker.cut()
  await connected
  await line.publish('a/b', bytes('fence'), 1)
  expect(broker.received.filter(({ cmd }) => cmd === 'subscribe')).toHaveLength(2)
  expect([problems, states]).toEqual([['a/+'], ['connected', 'disconnected', 'connected']])
}, LIMIT_MS)
