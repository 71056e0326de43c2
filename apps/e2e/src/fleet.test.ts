import { IoTJobsDataPlaneClient, StartCommandExecutionCommand } from '@aws-sdk/client-iot-jobs-data-plane'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { announceCore } from '@keg/local-iot/running'
import { assemblyDir, brewerOf, listAll, outputsOf, type Caller } from '@keg/system'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { seen } from './away-keg.ts'
import { buildFirmware, kegCommand, startFleetKegs, type FleetKegs } from './fleet-kegs.ts'

// How kegs come, change and go, by their own program and the command `keg`: on the deployed template, its functions held to their roles.

/** What kegs do by themselves takes its time on a busy machine. */
const LIMIT_MS = 180_000
const stack = new AsyncDisposableStack()
let dir: string
let cloud: RunningCloud
let api: Caller
let keg: ReturnType<typeof kegCommand>
let kegs: FleetKegs

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'keg-fleet-'))
  stack.defer(() => rmSync(dir, { recursive: true, force: true }))
  cloud = stack.use(await runAssembly(assemblyDir, { iam: 'enforce', log: () => undefined }))
  api = await brewerOf(cloud)
  // Found by the command of this test alone.
  vi.stubEnv('XDG_RUNTIME_DIR', dir)
  const { name, takeBack } = await announceCore(cloud.iot, { kind: 'system', nameAfter: 'fleet', cloudEndpoint: cloud.endpoint })
  vi.unstubAllEnvs()
  stack.defer(takeBack)
  keg = kegCommand(dir, name)
  kegs = stack.use(await startFleetKegs(cloud, keg, join(dir, 'batch')))
}, LIMIT_MS)
afterAll(() => stack.disposeAsync(), LIMIT_MS)
// What the kegs had to say is shown where one of them does otherwise.
beforeEach(({ onTestFailed }) => onTestFailed(() => console.log(kegs.log.join('\n'))))

const output = (name: string) => outputsOf(cloud)[name] ?? ''
/** A campaign for these kegs. */
async function campaign(kind: string, jobId: string, ...more: readonly string[]): Promise<void> {
  const targets = kegs.ids.flatMap((kegId) => ['--target', kegId])
  expect(await keg('jobs', 'create', kind, '--job-id', jobId, ...targets, ...more)).toMatchObject({ code: 0 })
}
const firmware = (jobId: string, version: string, file: string) =>
  campaign('firmware', jobId, '--version', version, '--file', file, '--key', kegs.signingKeyFile)
const watched = (jobId: string) => keg('jobs', 'watch', jobId)
const reportedOf = async (kegId: string) => {
  const { payload } = await cloud.iot.call('GetThingShadow', { thingName: kegId })
  return (JSON.parse(new TextDecoder().decode(payload)) as { state: { reported?: object } }).state.reported
}
const detailsOf = async (jobId: string, thingName: string) =>
  (await cloud.iot.call('DescribeJobExecution', { jobId, thingName })).execution?.statusDetails?.detailsMap
const certificatesOf = async (kegId: string) => {
  const { principals = [] } = await cloud.iot.call('ListThingPrincipals', { thingName: kegId })
  return principals.map((principal) => principal.split('/')[1] ?? '')
}

it('come by the claim of their batch, and pour', async () => {
  const provisionedIds = () => kegs.log.flatMap((line) => /^(\S+): provisioned/.exec(line)?.[1] ?? []).sort()
  await seen(provisionedIds, (it) => it.toEqual(kegs.ids))
  await seen(() => kegs.pours.size, (it) => it.toBeGreaterThan(3))
}, LIMIT_MS)

it('take settings, and a good firmware', async () => {
  await campaign('settings', 'settings-life', '--set', 'targetCelsius=3')
  const file = join(dir, 'good.mjs')
  await buildFirmware('1.3.0', file)
  await firmware('firmware-good', '1.3.0', file)
  expect(await watched('firmware-good')).toMatchObject({ code: 0, text: expect.stringMatching(/COMPLETED {2}3 succeeded/) })
  for (const kegId of kegs.ids) expect(await reportedOf(kegId)).toMatchObject({ firmware: '1.3.0', targetCelsius: 3 })
}, LIMIT_MS)

it('obey a command of AWS IoT, and answer it out of the next boot', async () => {
  const [kegId = ''] = kegs.ids
  await using stop = new AsyncDisposableStack()
  const client = stop.adopt(new IoTJobsDataPlaneClient(cloud), (it) => it.destroy())
  const targetArn = `arn:aws:iot:${cloud.region}:${cloud.accountId}:thing/${kegId}`
  const { executionId = '' } = await client.send(
    new StartCommandExecutionCommand({ commandArn: output('RebootCommandArn'), targetArn, executionTimeoutSeconds: 120 }),
  )
  const status = async () => (await cloud.iot.call('GetCommandExecution', { executionId, targetArn })).status
  await seen(status, (it) => it.toBe('SUCCEEDED'))
  expect(kegs.log).toContain(`${kegId}: rebooted`)
}, LIMIT_MS)

it('take a bad firmware back, and its campaign aborts', async () => {
  const file = join(dir, 'bad.mjs')
  writeFileSync(file, `export const version = '1.4.0'\nexport const startProgram = () => { throw new Error('no beer today') }\n`)
  await firmware('firmware-bad', '1.4.0', file)
  expect(await watched('firmware-bad')).toMatchObject({ code: 1, text: expect.stringMatching(/CANCELED/) })
  await seen(() => Promise.all(kegs.ids.map((kegId) => detailsOf('firmware-bad', kegId))), (it) =>
    it.toContainEqual({ version: '1.4.0', reason: 'no beer today' }))
  const before = kegs.pours.size
  await seen(() => kegs.pours.size, (it) => it.toBeGreaterThan(before + 3))
  for (const kegId of kegs.ids) expect(await reportedOf(kegId)).toMatchObject({ firmware: '1.3.0' })
}, LIMIT_MS)

it('renew their certificates, and the former ones are gone', async () => {
  const former = (await Promise.all(kegs.ids.map(certificatesOf))).flat()
  await campaign('rotate', 'rotate-life')
  expect(await watched('rotate-life')).toMatchObject({ code: 0 })
  for (const kegId of kegs.ids) {
    const certificateId = (await detailsOf('rotate-life', kegId))?.['certificateId']
    expect(former).not.toContain(certificateId)
    await seen(() => certificatesOf(kegId), (it) => it.toEqual([certificateId]))
  }
}, LIMIT_MS)

it('have lost no pour on the way', async () => {
  await campaign('settings', 'settings-closed', '--set', 'valve=closed')
  expect(await watched('settings-closed')).toMatchObject({ code: 0 })
  const inLedger = async () => {
    let totalMl = 0
    const all = listAll<{ totalMl: number }>(api, '/kegs')
    for await (const row of all) totalMl += row.totalMl
    return totalMl
  }
  const arrived = () => [...kegs.pours.values()].reduce((sum, ml) => sum + ml, 0)
  const accounts = async () => ({ arrived: arrived(), ledger: await inLedger(), metered: await kegs.meteredMl() })
  await seen(accounts, (it) => it.toSatisfy(({ arrived: came, ledger, metered }) => came === metered && ledger === metered))
}, LIMIT_MS)

it('are cut off by keg revoke, and blocked', async () => {
  const [kegId = '', otherId = ''] = kegs.ids
  const reasons: unknown[] = []
  stack.defer(cloud.iot.subscribe(`$aws/events/presence/disconnected/${kegId}`, ({ payload }) =>
    reasons.push((JSON.parse(new TextDecoder().decode(payload)) as { disconnectReason: unknown }).disconnectReason)))
  // Who only loses its connection comes back.
  const before = kegs.log.length
  await cloud.iot.call('DeleteConnection', { clientId: kegId })
  await seen(() => reasons, (it) => it.toEqual(['API_INITIATED_DISCONNECT']))
  await seen(() => kegs.log.slice(before), (it) => it.toContain(`${kegId}: connected`))
  const [certificateId = ''] = await certificatesOf(kegId)
  const { code, text } = await keg('revoke', kegId, '--reason', 'lost')
  expect([code, text]).toEqual([0, expect.stringContaining(`Certificate ${certificateId} is revoked.`)])
  expect(text).toContain(`${kegId} is blocked on the allow list.`)
  // AWS IoT takes minutes for it without DeleteConnection, this core none.
  await seen(() => reasons[1], (it) => it.toBe('SERVER_INITIATED_DISCONNECT'))
  // It tries, and is not let in.
  await seen(() => kegs.log.filter((line) => line.startsWith(`${kegId}: `)).at(-1), (it) => it.toMatch(/: not connected/))
  // The API does the same.
  const certificates = await certificatesOf(otherId)
  const answer = await api.fetch(`/kegs/${otherId}/revocation`, {
    method: 'POST', body: JSON.stringify({ reason: 'lost' }), headers: { 'content-type': 'application/json' },
  })
  expect([answer.status, await answer.json()]).toEqual([202, expect.objectContaining({ kegId: otherId, blocked: true, certificates })])
  await seen(() => kegs.log.filter((line) => line.startsWith(`${otherId}: `)).at(-1), (it) => it.toMatch(/: not connected/))
}, LIMIT_MS)
