import { alert, pour, reported } from '@keg/message-schemas/keg'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { COMPONENT, startComponentFixture, THING, type ComponentFixture } from '../testing/component-fixture.ts'
import { greengrass } from './greengrass.ts'
import { ConfigError } from './host.ts'
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
afterEach(() => fixture[Symbol.asyncDispose]())

const say = (line: string) => void log.push(line)
async function serve() {
  fixture.peer.configure(COMPONENT, { ...fixture.site, dataDir: `${fixture.dir}/data` })
  const serving = await serveOn(greengrass(fixture.peer.environmentOf(COMPONENT), say), say)
  onTestFinished(() => serving.stop())
  return serving
}
async function keg(port: number) {
  const client = await fixture.connectKeg(port)
  onTestFinished(() => client.endAsync(true))
  return client
}
const waiting = async (url = '') => ((await (await fetch(new URL('status.json', url))).json()) as { forwarder: { waiting: number; batches: { resent: number } } }).forwarder

it('runs as a component: says so, takes pours in, and forgets them when the cloud has booked them', async () => {
  const { ready } = await serve()
  expect(fixture.peer.states(COMPONENT)).toEqual(['RUNNING'])
  const client = await keg(ready.port)
  await client.publishAsync(POURS, pourOf('p-1'), { qos: 1 })
  await vi.waitFor(async () => expect(await waiting(ready.statusUrl)).toMatchObject({ waiting: 0 }))
  expect(fixture.batched()).toEqual([{ topic: POURS, text: pourOf('p-1').toString() }])
})

it('sends alerts and what kegs report in batches, too, and again until they are booked: the nucleus answers, then forgets', async () => {
  forgets = 3
  const { ready } = await serve()
  const client = await keg(ready.port)
  const warm = Buffer.from(alert.encode({ ...envelope, alertId: 'a-1', kind: 'overTemperature', event: 'raised', limit: 14, message: 'warm' }))
  await client.publishAsync(ALERTS, warm, { qos: 1 })
  await client.publishAsync('$aws/things/keg-01/shadow/update', '{"state":{"reported":{"targetCelsius":4}}}', { qos: 1 })
  await client.publishAsync(POURS, pourOf('p-1'), { qos: 1 })
  await vi.waitFor(async () => expect(await waiting(ready.statusUrl)).toMatchObject({ waiting: 0 }), 5_000)
  expect(fixture.peer.spool().forgotten).toBe(3)
  expect((await waiting(ready.statusUrl)).batches.resent).toBeGreaterThan(0)
  expect(new Set(fixture.batched().map(({ topic }) => topic))).toEqual(new Set([ALERTS, POURS, reported.topic.format({ siteId: 'berlin', kegId: 'keg-01' })]))
  // Nothing of theirs went by a topic of its own.
  expect(fixture.cloud.published.filter(({ topic }) => !topic.startsWith('$aws/rules/')).map(({ topic }) => topic)).toEqual(expect.not.arrayContaining([ALERTS]))
})

it('starts again with a new configuration, and stays with the last one where that can not be used', async () => {
  const { ready } = await serve()
  const listen = { ...(fixture.site['listen'] as object), port: ready.port }
  const configure = (more: object) => fixture.peer.configure(COMPONENT, { ...fixture.site, dataDir: `${fixture.dir}/data`, listen, ...more })
  configure({ kegs: [] })
  await vi.waitFor(() => expect(log.filter((line) => line.includes('kegs connect at'))).toHaveLength(2))
  await expect(fixture.connectKeg(ready.port)).rejects.toThrow(/Not authorized/i)
  configure({ kegs: 'none' })
  await vi.waitFor(() => expect(log.at(-1)).toMatch(/was not taken: .*kegs/s))
  configure({ listen: { ...listen, certificateFile: '/none' } })
  await vi.waitFor(() => expect(log.some((line) => /can't be used, the last one stays.*\/none/.test(line))).toBe(true))
  await vi.waitFor(() => expect(log.filter((line) => line.includes('kegs connect at'))).toHaveLength(3))
  configure({})
  await vi.waitFor(() => expect(log.filter((line) => line.includes('kegs connect at'))).toHaveLength(4))
  await keg(ready.port)
})

it.each<[string, object, RegExp]>([
  ['another thing', { gatewayId: 'gateway-munich' }, /this core device is the thing gateway-berlin/],
  ['an endpoint, which the nucleus has', { cloud: { batchRule: 'b', endpoint: { host: 'h', port: 1 } } }, /endpoint/],
  ['no site', { siteId: undefined }, /siteId/],
])('does not start with %s, and says why', async (_what, more, reason) => {
  fixture.peer.configure(COMPONENT, { ...fixture.site, ...more })
  const host = greengrass(fixture.peer.environmentOf(COMPONENT), say)
  onTestFinished(() => host.close())
  const refused = await serveOn(host, say).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ConfigError)
  expect(String(refused)).toMatch(reason)
})

it('says which variables of the nucleus are missing', () => {
  expect(() => greengrass({ SVCUID: 't', AWS_IOT_THING_NAME: THING }, say)).toThrow(/AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT/)
})
