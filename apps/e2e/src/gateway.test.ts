import { GetThingShadowCommand, IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { batch, batchAcks, pour, reported, type Pour } from '@keg/message-schemas/keg'
import {
  busyEvening, KILLS, killPoint, listAll, messagesInQueues, seeded, settle, startSystem, type Accounts, type System,
} from '@keg/system'
import mqtt, { type MqttClient } from 'mqtt'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commandWhileAway, seen, statusOf } from './away-keg.ts'

const LIMIT_MS = 360_000
const POINTS_A_SITE = 6

const expectBalance = ({ poursSent, poursInLedger, quarantined, mlPoured, mlInLedger, mlInQuarantine }: Accounts) =>
  expect({ pours: poursInLedger + quarantined, ml: mlInLedger + mlInQuarantine }).toEqual({ pours: poursSent, ml: mlPoured })

let system: System
const log: string[] = []
beforeAll(async () => {
  system = await startSystem({ kegs: 4, behindGateway: 4, simulation: busyEvening, log: (line) => log.push(line) })
}, LIMIT_MS)
afterAll(() => system?.close(), LIMIT_MS)
beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(log.join('\n'))))

describe('kegs and gateways that are killed', () => {
  it.concurrent('a keg obeys once what it is told while it is away, also over a kill of its gateway', async () => {
    const [site = expect.fail('There is no site.')] = system.sites
    expect(await commandWhileAway(system, site)).toEqual({ 'in-gateway': 'SUCCEEDED', 'in-cloud': 'SUCCEEDED' })
    expect(log.filter((line) => line === `${site.kegs[0]?.kegId}: rebooted`)).toHaveLength(2)
  }, LIMIT_MS)

  it.concurrent('a gateway takes another list of kegs while it runs, and none that is bad', async () => {
    const site = system.sites[1] ?? expect.fail('There is no second site.')
    const file = join(system.dir, site.gateway?.gatewayId ?? '', 'gateway.json')
    const text = await readFile(file, 'utf8')
    const { kegs } = JSON.parse(text) as { kegs: { kegId: string }[] }
    const connected = async () => (await statusOf(site)).kegs.filter((keg) => keg.connected).map(({ kegId }) => kegId)
    const all = kegs.map(({ kegId }) => kegId)
    await seen(connected, (it) => it.toEqual(all))
    await writeFile(file, text.slice(1))
    await seen(async () => (await statusOf(site)).kegsProblem, (it) => it.toContain('kegs stay as they are'))
    expect(await connected()).toEqual(all)
    await writeFile(file, JSON.stringify({ ...JSON.parse(text) as object, kegs: kegs.slice(1) }))
    await seen(async () => (await statusOf(site)).kegs.map(({ kegId }) => kegId), (it) => it.toEqual(all.slice(1)))
    await writeFile(file, text)
    await seen(connected, (it) => it.toEqual(all))
  }, LIMIT_MS)

  it.concurrent('gateways tell the cloud how they are', async () => {
    const told = async () => (await (await system.api.fetch('/gateways')).json() as { items: object[] }).items
    const reports = ['berlin', 'munich'].map((siteId) => ({ siteId, gatewayId: `gateway-${siteId}`, dropped: [] }))
    await seen(told, (it) => it.toMatchObject(reports))
  }, LIMIT_MS)

  it('the ledger balances after they were killed while messages were on their way', async () => {
    await Promise.all(system.sites.map(async (site, index) => {
      const random = seeded(index)
      for (let point = 0; point < POINTS_A_SITE; point++) await killPoint(site, KILLS[point % KILLS.length] ?? 'both', random)
    }))
    await system.devices.stop()
    const accounts = await settle(system)
    expectBalance(accounts)
    expect(accounts.poursInLedger).toBeGreaterThan(POINTS_A_SITE)
  }, LIMIT_MS)
})

describe('a gateway', () => {
  const ruleName = 'keg_dev_batch'
  /** As the gateway of Berlin, whose own program is gone. */
  let client: MqttClient
  const own = { siteId: 'berlin', gatewayId: 'gateway-berlin' }
  /** What was in quarantine before. */
  const before = new Set<string>()
  const payload = (pourId: string) =>
    ({ v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId, volumeMl: 300, totaliserMl: 300 }) satisfies Pour
  const shadowOf = async (thingName: string) => {
    const { payload: document } = await new IoTDataPlaneClient(system.cloud).send(new GetThingShadowCommand({ thingName }))
    return JSON.parse(Buffer.from(document ?? []).toString()) as { state: { reported?: Record<string, unknown> }; version: number }
  }

  beforeAll(async () => {
    const [site] = system.sites
    const gateway = site?.gateway ?? expect.fail('There is no gateway.')
    await Promise.all(system.sites.map((each) => each.kill()))
    // Nothing that a gateway has sent is booked, or told it, from here on.
    await seen(() => messagesInQueues(system), (it) => it.toBe(0), { interval: 200 })
    for await (const { quarantineId } of listAll<{ quarantineId: string }>(system.api, '/quarantine')) before.add(quarantineId)
    const [cert, key, ca] = await Promise.all([
      readFile(gateway.certificateFile), readFile(gateway.privateKeyFile), readFile(system.cloud.iot.caFile),
    ])
    client = await mqtt.connectAsync(system.cloud.iot.endpoints.mqtts, {
      protocolVersion: 5, clientId: own.gatewayId, cert, key, ca, reconnectPeriod: 0,
    })
  }, LIMIT_MS)
  afterAll(() => client?.endAsync())

  it.each([
    ['pours of another site', 'keg/munich/keg-02/pours'],
    ['batches of another gateway', batch.topic.format({ ...own, gatewayId: 'gateway-munich', ruleName })],
    ['batches of another site', batch.topic.format({ ...own, siteId: 'munich', ruleName })],
    ['a shadow', '$aws/things/keg-01/shadow/update'],
    ['what a keg of another site reported', reported.topic.format({ siteId: 'munich', kegId: 'keg-02' })],
  ])('may not publish %s', async (_, topic) => {
    await expect(client.publishAsync(topic, '{}', { qos: 1 })).rejects.toMatchObject({ code: 135 })
  })

  it('changes no shadow of a keg that stands elsewhere', async () => {
    const report = (kegId: string, targetCelsius: number) => client.publishAsync(
      reported.topic.format({ siteId: 'berlin', kegId }), Buffer.from(reported.encode({ v: 1, reported: { targetCelsius } })), { qos: 1 },
    )
    // PUBACK comes when the rules are through.
    await report('keg-02', 11)
    await report('keg-01', 9)
    expect((await shadowOf('keg-01')).state.reported).toMatchObject({ targetCelsius: 9 })
    expect((await shadowOf('keg-02')).state.reported?.['targetCelsius']).not.toBe(11)
  })

  it('has what it claims of another site quarantined, the rest booked once, and is told so', async () => {
    const acks: string[] = []
    const told = Promise.withResolvers<undefined>()
    client.on('message', (_topic, bytes) => {
      const decoded = batchAcks.decode(bytes)
      if (decoded.ok) acks.push(...decoded.value.batchIds)
      if (acks.length >= 2) told.resolve(undefined)
    })
    await client.subscribeAsync(batchAcks.topic.format(own), { qos: 1 })
    const inner = (siteId: string, kegId: string, pourId: string) => ({
      topic: pour.topic.format({ siteId, kegId }), takenAtMs: 1, payload: Buffer.from(pour.encode(payload(pourId))).toString(),
    })
    const bytes = Buffer.from(batch.encode({
      v: 1, batchId: 'batch-1', messages: [inner('berlin', 'keg-01', 'zz-mine'), inner('munich', 'keg-02', 'zz-theirs')],
    }))
    for (let times = 0; times < 2; times++) await client.publishAsync(batch.topic.format({ ...own, ruleName }), bytes, { qos: 1 })
    await told.promise
    expect(new Set(acks)).toEqual(new Set(['batch-1']))
    const quarantined: { quarantineId: string }[] = []
    for await (const entry of listAll<{ quarantineId: string }>(system.api, '/quarantine')) quarantined.push(entry)
    expect(quarantined.filter(({ quarantineId }) => !before.has(quarantineId))).toMatchObject([
      { topic: 'keg/munich/keg-02/pours', reason: expect.stringMatching(/speaks for no other site/), volumeMl: 300 },
    ])
    const pours: { pourId: string }[] = []
    for await (const one of listAll<{ pourId: string }>(system.api, '/kegs/keg-01/pours')) pours.push(one)
    expect(pours.filter(({ pourId }) => pourId === 'zz-mine')).toHaveLength(1)
  }, LIMIT_MS)
})
