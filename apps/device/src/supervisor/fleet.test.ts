import { fork } from 'node:child_process'
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimed } from '../adapters/device-ports.ts'
import { firmwareFolder } from '../adapters/firmware-folder.ts'
import { kegFiles } from '../device-state.ts'
import { NO_FIRMWARE } from '../firmware/firmware-state.ts'
import { buildFirmware } from '../firmware-build/build-firmware.ts'
import { createGate } from '../gate.ts'
import { fleetBench, until } from '../testing/fleet-bench.ts'
import { supervisorFiles } from './supervisor-files.ts'

// They wait for sockets most of the time: all at once.
const SLOW = { timeout: 120_000, concurrent: true }
let bench: Awaited<ReturnType<typeof fleetBench>>
beforeAll(async () => {
  bench = await fleetBench()
}, 60_000)
afterAll(() => bench.close())

/** Every pour of a keg that arrives, by its id. */
function poursOf(kegId: string) {
  const pours = new Map<string, number>()
  bench.iot.subscribe(`keg/+/${kegId}/pours`, ({ payload }) => {
    const { pourId, volumeMl } = JSON.parse(new TextDecoder().decode(payload)) as { pourId: string; volumeMl: number }
    pours.set(pourId, volumeMl)
  })
  return { pours, totalMl: () => [...pours.values()].reduce((sum, ml) => sum + ml, 0) }
}
const claimOf = async (kegId: string, template: string) => {
  const { certificateFile, privateKeyFile } = await bench.certify(`claim-${kegId}`)
  const own = join(bench.dir, kegId)
  return {
    kegId, certificateFile: join(own, 'certificate.pem'), privateKeyFile: join(own, 'private.key'), dataDir: join(own, 'data'),
    claim: { certificateFile, privateKeyFile, template },
  }
}
const program = (body: string, version = 'bad') =>
  new TextEncoder().encode(`// ${Math.random()}\nexport const version = '${version}'\nexport const startProgram = ${body}\n`)
const idle = 'healthy: false, reported: true, settle: async () => 0, close: async () => undefined, applySettings: async () => undefined'

/** The program as its owner starts it; resolves with how it ended. */
function run(configFile: string) {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url))
  const child = fork(main, ['--config', configFile], { execArgv: ['--conditions=@keg/source'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return { child, ended: once(child, 'exit') }
}

it('ends by itself where a firmware on trial blocks it, and runs the former one at the next start', SLOW, async () => {
  const entry = await bench.newKeg('keg-blocked')
  const file = join(bench.dir, 'device.json')
  writeFileSync(file, JSON.stringify(bench.config({ kegs: [entry], firmware: { publicKeyFile: bench.publicKeyFile, healthSec: 5 } })))
  await bench.newJob('blocking', 'keg-blocked', bench.firmwareJob('6.6.6', program('() => { for (;;); }', '6.6.6')))
  expect(await run(file).ended).toEqual([null, 'SIGKILL'])
  const next = run(file)
  expect(await bench.ended('blocking', 'keg-blocked')).toEqual({
    status: 'FAILED', details: { version: '6.6.6', reason: expect.stringMatching(/the process/) },
  })
  next.child.kill('SIGTERM')
  expect(await next.ended).toEqual([0, null])
  expect((await bench.shadowOf('keg-blocked')).reported).toMatchObject({ firmware: '0.1.0' })
})

it('ends by itself where a confirmed firmware blocks it, and runs the former one after the third time', SLOW, async () => {
  const entry = await bench.newKeg('keg-blocks-later')
  const file = join(bench.dir, 'blocks-later.json')
  writeFileSync(file, JSON.stringify(bench.config({ kegs: [entry], firmware: { publicKeyFile: bench.publicKeyFile, healthSec: 5 } })))
  const bytes = program('() => { for (;;); }', '6.6.6')
  const { version, sha256, signature } = bench.firmwareJob('6.6.6', bytes)
  const name = `${sha256}.mjs`
  firmwareFolder(join(entry.dataDir, 'firmware'), bench.signer.publicKey.export({ type: 'spki', format: 'pem' }).toString())
    .write(name, bytes, { sha256, signature })
  const state = supervisorFiles(entry.dataDir).firmware
  const unproven = { starts: 2, reason: null }
  state.write({ ...NO_FIRMWARE, current: { version, file: name, sha256, signature }, unproven })
  expect(await run(file).ended).toEqual([null, 'SIGKILL'])
  expect(state.read()?.unproven).toEqual({ starts: 3, reason: null })
  const next = run(file)
  await until(async () => (await bench.shadowOf('keg-blocks-later')).reported?.['firmware'] === '0.1.0')
  next.child.kill('SIGTERM')
  expect(await next.ended).toEqual([0, null])
  expect(state.read()).toMatchObject({ current: null, gaveWay: { version: '6.6.6', reason: expect.stringMatching(/the process/) } })
})

it('comes by its claim: the key stays here, and the first pour follows', SLOW, async () => {
  const entry = await claimOf('keg-new', 'hooked')
  const said: string[] = []
  const stop = bench.iot.subscribe('$aws/certificates/create-from-csr/json', ({ payload }) => said.push(new TextDecoder().decode(payload)))
  const log: string[] = []
  bench.refused.add('keg-new')
  const gate = createGate(1)
  const may = claimed(bench.config(), entry, { log: (line) => log.push(line), random: () => 0, gate }, new AbortController().signal)
  await until(() => log.some((line) => /claim refused: .*AccessDenied \(403\)/.test(line)))
  bench.refused.delete('keg-new')
  expect(await may).toBe(true)
  stop()
  expect(said.filter((text) => text.includes('BEGIN CERTIFICATE REQUEST')).length).toBeGreaterThan(1)
  expect(said.join()).not.toMatch(/PRIVATE/)
  expect(statSync(entry.privateKeyFile).mode & 0o777).toBe(0o600)
  expect(new X509Certificate(bench.read('keg-new', 'certificate.pem')).subject).toMatch(/CN=keg-new/)
  expect(bench.hooked).toContainEqual(expect.objectContaining({ clientId: 'claim-keg-new', parameters: { SerialNumber: 'keg-new' } }))
  await bench.desire('keg-new', { siteId: 'berlin' })
  const { pours } = poursOf('keg-new')
  const keg = bench.start(entry)
  await until(() => pours.size > 0)
  await keg.stop()
})

it('does its jobs: applies settings, and rejects what it does not know', SLOW, async () => {
  const entry = await bench.newKeg('keg-jobs')
  await bench.desire('keg-jobs', { targetCelsius: 8 })
  await bench.newJob('settings-1', 'keg-jobs', { kind: 'settings', settings: { targetCelsius: 3, intervalSec: 7 } })
  await bench.newJob('dance-1', 'keg-jobs', { kind: 'dance' })
  const keg = bench.start(entry)
  expect(await bench.ended('settings-1', 'keg-jobs')).toMatchObject({ status: 'SUCCEEDED' })
  expect(await bench.ended('dance-1', 'keg-jobs')).toEqual({ status: 'REJECTED', details: { reason: expect.stringContaining('kind') } })
  expect(await bench.shadowOf('keg-jobs')).toMatchObject({
    reported: { targetCelsius: 3, intervalSec: 7, firmware: '0.1.0' }, desired: { targetCelsius: 3 },
  })
  // One that comes while it is connected.
  await bench.newJob('settings-2', 'keg-jobs', { kind: 'settings', settings: { valve: 'closed' } })
  expect(await bench.ended('settings-2', 'keg-jobs')).toMatchObject({ status: 'SUCCEEDED' })
  await keg.stop()
  expect(kegFiles(entry.dataDir).settings.read()).toMatchObject({ targetCelsius: 3, intervalSec: 7, valve: 'closed' })
})

it('goes on with the next job where one is cancelled while it runs', SLOW, async () => {
  const entry = await bench.newKeg('keg-cancel')
  const started = Promise.withResolvers<AbortSignal>()
  const download = (_url: string, signal: AbortSignal) => {
    started.resolve(signal)
    return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
  }
  const keg = bench.start(entry, { firmware: { download } })
  await bench.newJob('slow', 'keg-cancel', bench.firmwareJob('9.9.9', program('() => ({})')))
  await bench.newJob('after', 'keg-cancel', { kind: 'settings', settings: { intervalSec: 9 } })
  const signal = await started.promise
  await bench.iot.call('CancelJobExecution', { jobId: 'slow', thingName: 'keg-cancel', force: true })
  expect(await bench.ended('after', 'keg-cancel')).toMatchObject({ status: 'SUCCEEDED' })
  expect(signal.aborted).toBe(true)
  expect(keg.log.join('\n')).toMatch(/job slow was cancelled/)
  await keg.stop()
})

it('runs a firmware that a job brings, over a restart too, and loses no pour on the way', SLOW, async () => {
  const entry = await bench.newKeg('keg-firmware')
  const { totalMl } = poursOf('keg-firmware')
  const keg = bench.start(entry)
  await bench.newJob('firmware-1', 'keg-firmware', bench.firmwareJob('1.3.0', await buildFirmware('1.3.0')))
  expect(await bench.ended('firmware-1', 'keg-firmware')).toEqual({ status: 'SUCCEEDED', details: { version: '1.3.0' } })
  expect((await bench.shadowOf('keg-firmware')).reported).toMatchObject({ firmware: '1.3.0' })
  // The same version again does nothing, and says so.
  const ownRequests = () => bench.shelf.requests.filter((url) => url.includes('1.3.0')).length
  const before = ownRequests()
  await bench.newJob('firmware-2', 'keg-firmware', bench.firmwareJob('1.3.0', await buildFirmware('1.3.0')))
  expect(await bench.ended('firmware-2', 'keg-firmware')).toEqual({ status: 'SUCCEEDED', details: { version: '1.3.0' } })
  expect(ownRequests()).toBe(before)
  expect(await keg.stop()).toBe(0)
  const again = bench.start(entry)
  await bench.newJob('settings-f', 'keg-firmware', { kind: 'settings', settings: { intervalSec: 11 } })
  expect(await bench.ended('settings-f', 'keg-firmware')).toMatchObject({ status: 'SUCCEEDED' })
  expect((await bench.shadowOf('keg-firmware')).reported).toMatchObject({ firmware: '1.3.0', intervalSec: 11 })
  expect(await again.stop()).toBe(0)
  expect(totalMl()).toBe(kegFiles(entry.dataDir).meter.read())
})

it.each<[string, string, RegExp, healthSec?: number]>([
  ['that throws in a tick', `() => ({ tick() { throw new Error('tick') }, ${idle} })`, /tick/],
  ['that is never healthy', `() => ({ tick: () => true, ${idle} })`, /not healthy within 1 s/, 1],
])('takes back a firmware %s', SLOW, async (what, body, why, healthSec = 60) => {
  const kegId = `keg-${what.replaceAll(' ', '-')}`
  const entry = await bench.newKeg(kegId)
  const { totalMl, pours } = poursOf(kegId)
  const keg = bench.start(entry, { more: { firmware: { publicKeyFile: bench.publicKeyFile, healthSec } } })
  await bench.newJob(kegId, kegId, bench.firmwareJob('bad', program(body)))
  expect(await bench.ended(kegId, kegId)).toEqual({ status: 'FAILED', details: { version: 'bad', reason: expect.stringMatching(why) } })
  const before = pours.size
  await until(() => pours.size > before)
  expect((await bench.shadowOf(kegId)).reported).toMatchObject({ firmware: '0.1.0' })
  expect(await keg.stop()).toBe(0)
  expect(totalMl()).toBe(kegFiles(entry.dataDir).meter.read())
})

it('never runs a firmware that is not what was signed', SLOW, async () => {
  const entry = await bench.newKeg('keg-signed')
  const keg = bench.start(entry)
  const good = bench.firmwareJob('2.0.0', program('() => { globalThis.ranUnsigned = true }', '2.0.0'))
  const stranger = generateKeyPairSync('ed25519').privateKey
  await bench.newJob('sig', 'keg-signed', bench.firmwareJob('2.0.0', program('() => { globalThis.ranUnsigned = true }', '2.0.0'), stranger))
  await bench.newJob('sum', 'keg-signed', { ...good, sha256: '0'.repeat(64) })
  expect(await bench.ended('sig', 'keg-signed')).toMatchObject({ status: 'FAILED', details: { reason: expect.stringMatching(/signature/) } })
  expect(await bench.ended('sum', 'keg-signed')).toMatchObject({ status: 'FAILED', details: { reason: expect.stringMatching(/checksum/) } })
  expect(globalThis).not.toHaveProperty('ranUnsigned')
  expect(existsSync(join(entry.dataDir, 'firmware'))).toBe(false)
  await keg.stop()
})

it('renews its certificate, and loses no pour on the way', SLOW, async () => {
  const entry = await bench.newKeg('keg-rotate')
  const { totalMl } = poursOf('keg-rotate')
  const old = bench.read('keg-rotate', 'certificate.pem')
  const keg = bench.start(entry)
  await bench.newJob('rotate-1', 'keg-rotate', { kind: 'rotateCertificate', template: 'renew' })
  const { status, details } = await bench.ended('rotate-1', 'keg-rotate')
  expect([status, Object.keys(details)]).toEqual(['SUCCEEDED', ['certificateId']])
  const { certificateDescription } = await bench.iot.call('DescribeCertificate', { certificateId: details['certificateId'] ?? '' })
  const own = bench.read('keg-rotate', 'certificate.pem')
  expect(own).not.toBe(old)
  expect(own).toBe(certificateDescription?.certificatePem)
  expect(existsSync(`${entry.certificateFile}.next`)).toBe(false)
  // The old one is no longer needed: by the new one it goes on, over a restart too.
  const { principals = [] } = await bench.iot.call('ListThingPrincipals', { thingName: 'keg-rotate' })
  for (const arn of principals.filter((principal) => !principal.endsWith(details['certificateId'] ?? '?')))
    await bench.iot.call('UpdateCertificate', { certificateId: arn.split('/')[1] ?? '', newStatus: 'INACTIVE' })
  expect(await keg.stop()).toBe(0)
  const again = bench.start(entry)
  await bench.newJob('settings-r', 'keg-rotate', { kind: 'settings', settings: { intervalSec: 11 } })
  expect(await bench.ended('settings-r', 'keg-rotate')).toMatchObject({ status: 'SUCCEEDED' })
  expect(await again.stop()).toBe(0)
  expect(totalMl()).toBe(kegFiles(entry.dataDir).meter.read())
})

it('keeps its certificate where a new one is refused or does not connect', SLOW, async () => {
  const entry = await bench.newKeg('keg-keeps')
  const old = bench.read('keg-keeps', 'certificate.pem')
  const keg = bench.start(entry, { more: { firmware: { publicKeyFile: bench.publicKeyFile, healthSec: 1 } } })
  bench.refused.add('keg-keeps')
  await bench.newJob('rotate-refused', 'keg-keeps', { kind: 'rotateCertificate', template: 'hooked' })
  expect(await bench.ended('rotate-refused', 'keg-keeps')).toMatchObject({
    status: 'FAILED', details: { reason: expect.stringMatching(/AccessDenied/) },
  })
  await bench.newJob('rotate-powerless', 'keg-keeps', { kind: 'rotateCertificate', template: 'powerless' })
  expect(await bench.ended('rotate-powerless', 'keg-keeps')).toMatchObject({
    status: 'FAILED', details: { reason: expect.stringMatching(/not healthy/) },
  })
  expect(bench.read('keg-keeps', 'certificate.pem')).toBe(old)
  expect(existsSync(`${entry.certificateFile}.next`)).toBe(false)
  expect(await keg.stop()).toBe(0)
})

it.each([['Subscribe', 'topicfilter', /subscription .* refused/], ['Publish', 'topic', /request was refused/]])(
  'says that a template is not served where the policy allows no %s', SLOW, async (action, kind, why) => {
    const policyName = `no-${action}`
    const statement = (Effect: string, Action: string, Resource: string) => ({ Effect, Action, Resource })
    await bench.iot.call('CreatePolicy', { policyName, policyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [
      statement('Allow', 'iot:*', '*'), statement('Deny', `iot:${action}`, `arn:aws:iot:*:*:${kind}/$aws/provisioning-templates/*`),
    ] }) })
    const entry = await bench.newKeg(`keg-${policyName}`, policyName)
    const keg = bench.start(entry)
    await bench.newJob(policyName, entry.kegId, { kind: 'rotateCertificate', template: 'renew' })
    await until(() => keg.log.some((line) => line.includes('jobs: the provisioning: ') && why.test(line)))
    await keg.stop()
  },
)

it('pours on where its policy allows no jobs, and says so once', SLOW, async () => {
  const statement = (Effect: string, Action: string, Resource: string) => ({ Effect, Action, Resource })
  await bench.iot.call('CreatePolicy', { policyName: 'jobless', policyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [
    statement('Allow', 'iot:*', '*'), statement('Deny', 'iot:Subscribe', 'arn:aws:iot:*:*:topicfilter/$aws/things/*/jobs/*'),
  ] }) })
  const entry = await bench.newKeg('keg-jobless', 'jobless')
  const { pours } = poursOf('keg-jobless')
  const keg = bench.start(entry)
  await until(() => pours.size > 1 && keg.log.some((line) => /no jobs: .*policy/.test(line)))
  expect(keg.log.filter((line) => line.includes('jobs'))).toHaveLength(1)
  expect(await keg.stop()).toBe(0)
})
