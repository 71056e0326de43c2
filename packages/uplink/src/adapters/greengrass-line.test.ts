import { startGreengrassPeer, type GreengrassPeer } from '@keg/greengrass-peer'
import { MemoryCloud } from '@keg/greengrass-peer/testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LineState } from '../line.ts'
import { greengrassComponent, greengrassLine, type GreengrassLineOptions } from './greengrass-line.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const configuration = {
  siteId: 'berlin',
  accessControl: {
    'aws.greengrass.ipc.mqttproxy': {
      publish: { operations: ['aws.greengrass#PublishToIoTCore'], resources: ['a/b'] },
      hear: { operations: ['aws.greengrass#SubscribeToIoTCore'], resources: ['a/+'] },
    },
  },
}

let dir: string
let cloud: MemoryCloud
let peer: GreengrassPeer
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'keg-gg-'))
  cloud = new MemoryCloud()
  peer = await startGreengrassPeer({
    socketFile: join(dir, 'ipc.socket'), cloud, thingName: 'core-1', components: [{ name: 'keg.Gateway', configuration }],
    maxSpoolBytes: 100_000,
  })
})
/** What is to end before the nucleus does: a client of the SDK that connects while its server closes takes the process with it. */
const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  await peer[Symbol.asyncDispose]()
  rmSync(dir, { recursive: true })
})

const access = (authToken = peer.environmentOf('keg.Gateway')['SVCUID'] ?? '') => ({
  socketFile: join(dir, 'ipc.socket'), authToken, reconnectDelayMs: [5, 20] as const,
})

function newLine(options: Partial<GreengrassLineOptions> = {}) {
  const problems: string[] = []
  const line = greengrassLine({ ...access(), resubscribeDelayMs: 20, onProblem: (filter) => problems.push(filter), ...options })
  const states: LineState[] = []
  const reasons: string[] = []
  line.onState((state, reason) => {
    states.push(state)
    reasons.push(reason)
  })
  endings.push(() => line.close())
  const is = (state: LineState) => vi.waitFor(() => expect(line.state).toBe(state), 5_000)
  return { line, states, reasons, problems, is }
}
async function connectedLine(options: Partial<GreengrassLineOptions> = {}) {
  const made = newLine(options)
  made.line.start()
  await made.is('connected')
  return made
}
const texts = () => cloud.published.map(({ topic, payload, qos }) => `${topic} ${Buffer.from(payload).toString()} ${qos}`)

describe('what is published', () => {
  it('goes with its QoS, expiry and response topic, and is retained where it is to be', async () => {
    const { line } = await connectedLine()
    await line.publish('a/b', bytes('1'), 1, { expirySec: 60, responseTopic: 'a/answers', retain: true })
    await line.publish('a/b', bytes('2'), 0)
    expect(texts()).toEqual(['a/b 1 1', 'a/b 2 0'])
    expect(cloud.published[0]?.properties).toMatchObject({ messageExpiryIntervalSeconds: 60, responseTopic: 'a/answers' })
    expect(cloud.published.map(({ retain }) => retain)).toEqual([true, undefined])
  })

  it('is answered when the nucleus has spooled it, whatever becomes of it', async () => {
    const { line } = await connectedLine()
    cloud.become(false)
    await line.publish('a/b', bytes('1'), 1)
    expect([texts(), peer.spool().waiting]).toEqual([[], 1])
  })

  it.each<[string, string, Uint8Array, object]>([
    ['accessControl does not allow', 'b/c', bytes('1'),
      {
        code: 'REFUSED', topic: 'b/c',
        message: expect.stringContaining('{"operations":["aws.greengrass#PublishToIoTCore"],"resources":["b/c"]}') as string,
      }],
    ['the spool has no room for', 'a/b', new Uint8Array(100_001), {
      code: 'UNAVAILABLE', topic: 'a/b', message: expect.stringContaining('larger than the size of message spool') as string,
    }],
    ['no frame holds', 'a/b', new Uint8Array(19 * 1_024 * 1_024), { code: 'REFUSED', topic: 'a/b' }],
  ])('is refused where %s it', async (_what, topic, payload, error) => {
    const { line } = await connectedLine()
    await expect(line.publish(topic, payload, 1)).rejects.toMatchObject(error)
    // The connection is as it was.
    await line.publish('a/b', bytes('after'), 1)
    expect(texts()).toEqual(['a/b after 1'])
  })

  it('is refused before the start and after the end', async () => {
    const { line, is } = newLine()
    await expect(line.publish('a/b', bytes('1'), 1)).rejects.toMatchObject({ code: 'DISCONNECTED' })
    line.start()
    await is('connected')
    await line.close()
    await expect(line.publish('a/b', bytes('1'), 1)).rejects.toMatchObject({ code: 'CLOSED' })
  })
})

describe('a call under way', () => {
  it('rejects at its deadline where the nucleus says nothing, and the line connects anew', async () => {
    const { line, states, reasons, is } = await connectedLine({ callTimeoutMs: 50, connectTimeoutMs: 50 })
    peer.silence(true)
    const both = [line.publish('a/b', bytes('1'), 1), line.publish('a/b', bytes('2'), 1)]
    for (const one of both) await expect(one).rejects.toMatchObject({ code: 'STALLED' })
    expect([states[1], reasons[1]]).toEqual(['stalled', 'the nucleus has not answered PublishToIoTCore for 0.05 s; connecting anew'])
    peer.silence(false)
    await is('connected')
    await line.publish('a/b', bytes('3'), 1)
    expect(texts().at(-1)).toBe('a/b 3 1')
  })

  it('rejects when the nucleus goes', async () => {
    const { line, is } = await connectedLine()
    peer.silence(true)
    const lost = line.publish('a/b', bytes('1'), 1)
    // The nucleus has it, and never answers.
    await vi.waitFor(() => expect(texts()).toHaveLength(1), { timeout: 30_000 })
    peer.restart()
    await expect(lost).rejects.toMatchObject({ code: 'DISCONNECTED' })
    peer.silence(false)
    await is('connected')
  })

  it('rejects when the line is closed', async () => {
    const { line } = await connectedLine()
    peer.silence(true)
    const left = line.publish('a/b', bytes('1'), 1)
    await Promise.all([line.close(), line.close(), expect(left).rejects.toMatchObject({ code: 'CLOSED' })])
  })
})

describe('a subscription', () => {
  async function hearing(line: ReturnType<typeof newLine>['line']) {
    const heard: string[] = []
    await line.subscribe('a/+', (topic, payload) => void heard.push(`${topic} ${new TextDecoder().decode(payload)}`))
    return heard
  }

  it('hears what comes to its filter, and is made again at each connection, before that counts as one', async () => {
    const { line, is } = newLine()
    line.start()
    const heard = await hearing(line)
    cloud.deliver('a/1', 'one')
    cloud.deliver('b/1', 'none')
    await vi.waitFor(() => expect(heard).toEqual(['a/1 one']), { timeout: 30_000 })
    await is('connected')
    for (const [anew, text] of [
      [() => peer.restart(), 'two'], [() => line.reconnect('a test'), 'three'], [() => peer.endStreams(), 'four'],
    ] as const) {
      const again = new Promise<void>((resolve) => line.onState((state) => state === 'connected' && resolve()))
      anew()
      await again
      cloud.deliver('a/1', text)
      await vi.waitFor(() => expect(heard.at(-1)).toBe(`a/1 ${text}`), { timeout: 30_000 })
    }
    line.unsubscribe('a/+')
    await vi.waitFor(() => expect(cloud.filters.size).toBe(0), { timeout: 30_000 })
  })

  it('is refused where accessControl does not allow it, and says what is missing', async () => {
    const { line, problems } = await connectedLine()
    await expect(line.subscribe('b/+', () => undefined)).rejects.toMatchObject({
      code: 'REFUSED', topic: 'b/+',
      message: expect.stringContaining('{"operations":["aws.greengrass#SubscribeToIoTCore"],"resources":["b/+"]}') as string,
    })
    expect(problems).toEqual(['b/+'])
  })

  it('is asked for until the cloud is there', async () => {
    cloud.become(false)
    const { line, problems } = newLine()
    line.start()
    const subscribed = hearing(line)
    await vi.waitFor(() => expect(problems.length).toBeGreaterThan(1), { timeout: 30_000 })
    cloud.become(true)
    const heard = await subscribed
    cloud.deliver('a/1', 'one')
    await vi.waitFor(() => expect(heard).toEqual(['a/1 one']), { timeout: 30_000 })
  })

  it('tells of a handler that rejects', async () => {
    const { line, problems } = await connectedLine()
    await line.subscribe('a/+', () => Promise.reject(new Error('the disk is full')))
    cloud.deliver('a/1', 'one')
    await vi.waitFor(() => expect(problems).toEqual(['a/1']), { timeout: 30_000 })
  })
})

describe('a nucleus that lets nobody in', () => {
  it.each<[string, () => Partial<GreengrassLineOptions>]>([
    ['for a wrong token', () => access('wrong')],
    ['as there is no socket', () => ({ ...access(), socketFile: join(dir, 'none') })],
    ['as it never answers', () => {
      peer.silence(true)
      return { connectTimeoutMs: 30 }
    }],
  ])('%s is tried again, and the line closes all the same', async (_why, options) => {
    const { line, states, reasons } = newLine(options())
    line.start()
    await vi.waitFor(() => expect(states.length).toBeGreaterThan(1), 5_000)
    expect(new Set(states)).toEqual(new Set(['disconnected']))
    expect(reasons[0]).toMatch(/did not let this component in/)
    await line.close()
  })
})

it('gives a component its configuration, tells of changes, and of those that it may have missed', async () => {
  const component = greengrassComponent(access())
  endings.push(() => component.close())
  let changes = 0
  component.onConfigurationUpdate(() => void changes++)
  expect(await component.configuration()).toEqual(configuration)
  await component.reportState('RUNNING')
  expect(peer.states('keg.Gateway')).toEqual(['RUNNING'])
  peer.configure('keg.Gateway', { ...configuration, siteId: 'munich' })
  await vi.waitFor(() => expect(changes).toBe(1), { timeout: 30_000 })
  expect(await component.configuration()).toMatchObject({ siteId: 'munich' })
  peer.restart()
  await vi.waitFor(() => expect(changes).toBe(2), { timeout: 30_000 })
})
