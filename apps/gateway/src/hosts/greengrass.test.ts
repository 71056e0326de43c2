import { alert, pour, reported } from '@keg/message-schemas/keg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { COMPONENT, startComponentFixture, THING, type ComponentFixture } from '../testing/component-fixture.ts'
import { greengrass } from './greengrass.ts'
import { ConfigError } from '../host/host.ts'
import { serveOn } from './serve.ts'

const envelope = { v: 1 as const, bootId: 'b-1', seq: 0, takenAtMs: 1 }
const pourOf = (pourId: string) => Buffer.from(pour.encode({ ...envelope, pourId, volumeMl: 300, totaliserMl: 300 }))
const POURS = 'keg/berlin/keg-01/pours'
const ALERTS = 'keg/berlin/keg-01/alerts'

let fixture: ComponentFixture
let log: string[]
/** How many messages the nucleus answers and forgets before it keeps one. */
let forgets: number
beforeEach(async () => {
  forgets = 0
  log = []
  fixture = await startComponentFixture({ forgets: () => forgets-- > 0 })
})
/** What is to end before the nucleus does: a client of the SDK that connects while its server closes takes the process with it. */
const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
  await fixture[Symbol.asyncDispose]()
})

const say = (line: string) => void log.push(line)
async function serve() {
  fixture.peer.configure(COMPONENT, { ...fixture.site, dataDir: `${fixture.dir}/data` })
  const serving = await serveOn(greengrass(fixture.peer.environmentOf(COMPONENT), say), say)
  endings.push(() => serving.stop())
  return serving
}
async function keg(port: number) {
  const client = await fixture.connectKeg(port)
  endings.push(() => client.endAsync(true))
  return client
}
const waiting = async (url = '') =>
  ((await (await fetch(new URL('status.json', url))).json()) as { forwarder: { waiting: number; batches: { resent: number } } }).forwarder

it('runs as a component: says so, takes pours in, and forgets them when the cloud has booked them', async () => {
  const { ready } = await serve()
  expect(fixture.peer.states(COMPONENT)).toEqual(['RUNNING'])
  const client = await keg(ready.port)
  await client.publishAsync(POURS, pourOf('p-1'), { qos: 1 })
  await vi.waitFor(async () => expect(await waiting(ready.statusUrl)).toMatchObject({ waiting: 0 }), { timeout: 30_000 })
  expect(fixture.batched()).toEqual([{ topic: POURS, text: pourOf('p-1').toString() }])
})

it('sends alerts and what kegs report in batches, too, and again until they are booked: the nucleus answers, then forgets', async () => {
  forgets = 3
  const { ready } = await serve()
  const client = await keg(ready.port)
  const warm = Buffer.from(alert.encode({
    ...envelope, alertId: 'a-1', kind: 'overTemperature', event: 'raised', limit: 14, message: 'warm',
  }))
  await client.publishAsync(ALERTS, warm, { qos: 1 })
  await client.publishAsync('$aws/things/keg-01/shadow/update', '{"state":{"reported":{"targetCelsius":4}}}', { qos: 1 })
  await client.publishAsync(POURS, pourOf('p-1'), { qos: 1 })
  await vi.waitFor(async () => expect(await waiting(ready.statusUrl)).toMatchObject({ waiting: 0 }), { timeout: 30_000 })
  expect(fixture.peer.spool().forgotten).toBe(3)
  expect((await waiting(ready.statusUrl)).batches.resent).toBeGreaterThan(0)
  expect(new Set(fixture.batched().map(({ topic }) => topic)))
    .toEqual(new Set([ALERTS, POURS, reported.topic.format({ siteId: 'berlin', kegId: 'keg-01' })]))
  // Nothing of theirs went by a topic of its own.
  expect(fixture.cloud.published.filter(({ topic }) => !topic.startsWith('$aws/rules/')).map(({ topic }) => topic))
    .toEqual(expect.not.arrayContaining([ALERTS]))
})

describe('a deployment that changes the configuration', () => {
  const starts = () => log.filter((line) => line.includes('kegs connect at')).length
  async function served() {
    const { ready } = await serve()
    const listen = { ...(fixture.site['listen'] as object), port: ready.port }
    const status = { port: Number(new URL(ready.statusUrl ?? '').port) }
    const configure = (more: object) =>
      fixture.peer.configure(COMPONENT, { ...fixture.site, dataDir: `${fixture.dir}/data`, listen, status, ...more })
    configure({})
    await vi.waitFor(() => expect(starts()).toBe(2), { timeout: 30_000 })
    const problem = async () =>
      ((await (await fetch(new URL('status.json', ready.statusUrl))).json()) as { kegsProblem?: string }).kegsProblem
    return { ready, listen, configure, problem }
  }

  it('lets kegs in and out at once where it changes them alone', async () => {
    const { ready, configure } = await served()
    const client = await keg(ready.port)
    configure({ kegs: [] })
    await vi.waitFor(() => expect(client.connected).toBe(false), { timeout: 30_000 })
    await expect(fixture.connectKeg(ready.port)).rejects.toThrow(/Not authorized/i)
    configure({})
    await vi.waitFor(() => keg(ready.port), { timeout: 30_000 })
    expect(starts()).toBe(2)
  })

  it('has the gateway start again where it changes more', async () => {
    const { configure } = await served()
    configure({ batchEveryMs: 200 })
    await vi.waitFor(() => expect(starts()).toBe(3), { timeout: 30_000 })
  })

  it.each<[string, object, RegExp, number]>([
    ['does not fit', { kegs: 'none' }, /kegs/, 2],
    ['names a file that is not there', { listen: { certificateFile: '/none', privateKeyFile: '/none' } }, /the last one stays.*\/none/, 3],
  ])('goes on as before where it %s, and says why on its page', async (_what, more, reason, count) => {
    const { ready, configure, problem } = await served()
    configure(more)
    await vi.waitFor(async () => expect(await problem()).toMatch(reason), { timeout: 30_000 })
    expect(starts()).toBe(count)
    await keg(ready.port)
  })
})

it.each<[string, object, RegExp]>([
  ['another thing', { gatewayId: 'gateway-munich' }, /this core device is the thing gateway-berlin/],
  ['an endpoint, which the nucleus has', { cloud: { batchRule: 'b', endpoint: { host: 'h', port: 1 } } }, /endpoint/],
  ['no site', { siteId: undefined }, /siteId/],
])('does not start with %s, and says why', async (_what, more, reason) => {
  fixture.peer.configure(COMPONENT, { ...fixture.site, ...more })
  const host = greengrass(fixture.peer.environmentOf(COMPONENT), say)
  endings.push(() => host.close())
  const refused = await serveOn(host, say).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ConfigError)
  expect(String(refused)).toMatch(reason)
})

it('says which variables of the nucleus are missing', () => {
  expect(() => greengrass({ SVCUID: 't', AWS_IOT_THING_NAME: THING }, say)).toThrow(/AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT/)
})
