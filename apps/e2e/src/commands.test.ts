import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { reply } from '@keg/message-schemas/keg'
import type { KegCommand, LedgerPour, QuarantineEntry } from '@keg/store'
import {
  assemblyDir, brewerOf, outputsOf, provision, startDevices, startSystem, type Caller, type Devices, type ProvisionedKeg, type Site,
  type System,
} from '@keg/system'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seen as seenSoon, statusOf } from './away-keg.ts'

// Commands by the API on the deployed template, its functions held to their roles, obeyed by the keg's own program.

const seen: typeof seenSoon = (look, isRight) => seenSoon(look, isRight, { interval: 200 })
/** A tap at which nobody is: what flows was ordered. */
const NOBODY = { tap: { pauseMs: [3_600_000, 3_600_000], volumeMl: [100, 100], mlPerSec: 500 } } as const
const CANCELLED = { status: 'FAILED', statusReason: { reasonCode: 'CANCELLED' } }

/** The API, as one who commands a keg has it. */
function commander(caller: Caller, kegId: string) {
  const call = async <Answer>(path: string, init?: RequestInit): Promise<{ readonly status: number; readonly body: Answer }> => {
    const answer = await caller.fetch(`/kegs/${kegId}${path}`, init)
    // What the API's own tests hold it to.
    return { status: answer.status, body: (await answer.json()) as Answer }
  }
  const get = async (commandId: string) => (await call<KegCommand>(`/commands/${commandId}`)).body
  return {
    post: (body: object, key?: string) => call<KegCommand>('/commands', {
      method: 'POST', body: JSON.stringify(body), headers: key === undefined ? {} : { 'idempotency-key': key },
    }),
    cancel: (commandId: string) => call<KegCommand>(`/commands/${commandId}/cancel`, { method: 'POST' }),
    get,
    becomes: (commandId: string, expected: object) => seen(() => get(commandId), (it) => it.toMatchObject(expected)),
    listed: async () => (await call<{ items: KegCommand[] }>('/commands')).body.items,
    pouredMl: async () => (await call<{ items: LedgerPour[] }>('/pours')).body.items.map(({ volumeMl }) => volumeMl),
  }
}
const pourOf = (volumeMl: number) => ({ order: { kind: 'pour', volumeMl } })

describe('a keg', () => {
  const kegId = 'keg-01'
  let cloud: RunningCloud
  let dir: string
  let keg: ProvisionedKeg
  let devices: Devices
  let brewer: Caller
  let api: ReturnType<typeof commander>
  const start = async () => {
    devices = await startDevices({
      endpoint: { host: 'localhost', port: Number(new URL(cloud.iot.endpoints.mqtts).port) }, caFile: cloud.iot.caFile, kegs: [keg], dir,
      simulation: NOBODY, log: () => undefined,
    })
  }

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'keg-commands-'))
    cloud = await runAssembly(assemblyDir, { iam: 'enforce' })
    const output = (name: string) => outputsOf(cloud)[name] ?? ''
    keg = await provision(cloud, { kegId, settings: { siteId: 'berlin', targetCelsius: 4 } }, {
      policyNames: output('KegPolicyNames').split(','), dir,
    })
    brewer = await brewerOf(cloud)
    api = commander(brewer, kegId)
    await start()
  }, 120_000)
  afterAll(async () => {
    await devices?.kill()
    await cloud?.close()
    await rm(dir, { recursive: true, force: true })
  }, 30_000)

  it('pours what it is told to, and says so', async () => {
    const { status, body } = await api.post(pourOf(250))
    expect([status, body.status]).toEqual([202, 'CREATED'])
    await api.becomes(body.commandId, { status: 'SUCCEEDED', order: { kind: 'pour', volumeMl: 250 }, siteId: 'berlin' })
    await seen(api.pouredMl, (it) => it.toEqual([250]))
    expect(await api.cancel(body.commandId)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('SUCCEEDED') } })
  }, 60_000)

  it('obeys one request once, however often it is sent', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => api.post(pourOf(150), 'key-1')))
    const [id] = new Set(answers.map(({ body }) => body.commandId))
    expect(answers.map(({ status, body }) => [status, body.commandId])).toEqual([1, 2, 3].map(() => [202, id]))
    await api.becomes(id ?? '', { status: 'SUCCEEDED' })
    await seen(api.pouredMl, (it) => it.toEqual(expect.arrayContaining([250, 150])))
    expect((await api.post(pourOf(151), 'key-1')).status).toBe(409)
  }, 60_000)

  it('that is away begins nothing that was taken back, and what was not when it is back; what expired reads as timed out', async () => {
    await devices.kill()
    const [late, cancelled, after] = [
      await api.post({ ...pourOf(350), expiresInSec: 1 }), await api.post({ ...pourOf(450), expiresInSec: 600 }),
      await api.post({ order: { kind: 'reboot' }, expiresInSec: 600 }),
    ].map(({ body: { commandId } }) => commandId) as [string, string, string]
    const taken = await api.cancel(cancelled)
    expect(taken).toMatchObject({ status: 202, body: CANCELLED })
    await api.becomes(late, { status: 'TIMED_OUT', statusReason: { reasonCode: '$NO_RESPONSE_FROM_DEVICE' } })
    expect((await api.cancel(late)).status).toBe(409)
    await start()
    await api.becomes(after, { status: 'SUCCEEDED' })
    // The keg has said so itself.
    await seen(async () => (await api.get(cancelled)).updatedAtMs > taken.body.updatedAtMs, (it) => it.toBe(true))
    expect(await api.get(cancelled)).toMatchObject(CANCELLED)
    expect((await api.listed()).map(({ commandId }) => commandId).slice(0, 3)).toEqual([after, cancelled, late])
    const { body: last } = await api.post(pourOf(50))
    await api.becomes(last.commandId, { status: 'SUCCEEDED' })
    await seen(api.pouredMl, (it) => it.toContain(50))
    expect((await api.pouredMl()).sort((a, b) => a - b)).toEqual([50, 150, 250])
  }, 120_000)

  it('has in quarantine what it says that is no reply, and lets go of replies to what nobody here has ordered', async () => {
    await cloud.iot.publish(reply.topic.format({ siteId: 'berlin', kegId, commandId: 'c-1' }), 'half a rep', { qos: 1 })
    const word = reply.encode({ v: 1, bootId: 'b', seq: 0, takenAtMs: 1, status: 'SUCCEEDED' })
    await cloud.iot.publish(reply.topic.format({ siteId: 'berlin', kegId, commandId: 'nobody' }), word, { qos: 1 })
    await cloud.iot.publish(reply.topic.format({ siteId: 'munich', kegId, commandId: 'foreign' }), word, { qos: 1 })
    const entries = async () => {
      const answer = await brewer.fetch('/quarantine')
      return ((await answer.json()) as { items: QuarantineEntry[] }).items.map(({ flow, topic }) => [flow, topic]).sort()
    }
    await seen(entries, (found) => found.toEqual([
      ['replies', `keg/berlin/${kegId}/replies/c-1`], ['replies', `keg/munich/${kegId}/replies/foreign`],
    ]))
    expect((await api.listed()).map(({ commandId }) => commandId)).not.toContain('nobody')
  }, 60_000)
})

describe('a keg behind a gateway', () => {
  let system: System
  beforeAll(async () => {
    system = await startSystem({ kegs: 1, behindGateway: 1, simulation: NOBODY })
  }, 120_000)
  afterAll(() => system?.close(), 30_000)

  it('that is away begins nothing that was taken back, while the gateway had both', async () => {
    const [site] = system.sites as [Site]
    const [{ kegId }] = system.kegs as [ProvisionedKeg]
    const api = commander(system.api, kegId)
    const atGateway = async () => (await statusOf(site)).kegs.find((one) => one.kegId === kegId)
    // It has subscribed when it has reported.
    await seen(async () => (await atGateway())?.reported, (it) => it.toBeDefined())
    await site.devices.kill()
    await seen(async () => (await atGateway())?.connected, (it) => it.toBe(false))
    const { body: { commandId } } = await api.post({ ...pourOf(450), expiresInSec: 600 })
    await seen(async () => (await statusOf(site)).commands, (it) => it.toMatchObject([{ commandId }]))
    const taken = await api.cancel(commandId)
    expect(taken).toMatchObject({ status: 202, body: CANCELLED })
    const { body: last } = await api.post({ ...pourOf(50), expiresInSec: 600 })
    await seen(async () => (await statusOf(site)).commands.length, (it) => it.toBe(2))
    await site.restartDevices()
    await api.becomes(last.commandId, { status: 'SUCCEEDED' })
    await seen(async () => (await api.get(commandId)).updatedAtMs > taken.body.updatedAtMs, (it) => it.toBe(true))
    expect(await api.get(commandId)).toMatchObject(CANCELLED)
    await seen(api.pouredMl, (it) => it.toEqual([50]))
  }, 120_000)
})
