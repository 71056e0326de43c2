import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { devicePorts } from '../adapters/device-ports.ts'
import { deviceConfig, type DeviceConfig, type KegEntry } from '../config.ts'
import { createGate } from '../gate.ts'
import { startDevice, type Device } from '../supervisor/device.ts'
import type { FirmwarePorts } from '../supervisor/supervisor.ts'

const PATIENCE_MS = 60_000
const TICK_MS = 10
const POLL_MS = 40
const everything = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
const provisioningRoleArn = 'arn:aws:iam::123456789012:role/provisioning'
const hookArn = 'arn:aws:lambda:us-east-1:123456789012:function:admit'

/** Resolves with what the question answers once it is something, or throws with the question. */
export async function until<T>(question: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  const endMs = performance.now() + PATIENCE_MS
  for (;;) {
    const answer = await question()
    if (answer !== undefined && answer !== false) return answer
    if (performance.now() > endMs) throw new Error(`Not so in ${PATIENCE_MS / 1_000} s: ${String(question)}`)
    await delay(POLL_MS)
  }
}

/** A template as a fleet has it: thing, its certificate, its policy. */
const template = (policy = 'kegs') => JSON.stringify({
  Parameters: { SerialNumber: { Type: 'String' }, 'AWS::IoT::Certificate::Id': { Type: 'String' } },
  Resources: {
    thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'SerialNumber' } } },
    certificate: { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'Active' } },
    policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: policy } },
  },
})

async function openFleet(iot: LocalIot) {
  await iot.call('CreatePolicy', { policyName: 'kegs', policyDocument: everything })
  for (const templateName of ['kegs', 'renew'])
    await iot.call('CreateProvisioningTemplate', { templateName, templateBody: template(), provisioningRoleArn, enabled: true })
  await iot.call('CreatePolicy', { policyName: 'none', policyDocument: everything.replace('iot:*', 'iot:GetThingShadow') })
  await iot.call('CreateProvisioningTemplate', {
    templateName: 'powerless', templateBody: template('none'), provisioningRoleArn, enabled: true,
  })
  await iot.call('CreateProvisioningTemplate', {
    templateName: 'hooked', templateBody: template(), provisioningRoleArn, enabled: true, preProvisioningHook: { targetArn: hookArn },
  })
}

/** Files over HTTP, as a bucket has them. */
async function openShelf() {
  const files = new Map<string, Uint8Array>()
  const requests: string[] = []
  const server = createServer(({ url = '' }, response) => {
    requests.push(url)
    const bytes = files.get(url)
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    requests,
    put(name: string, bytes: Uint8Array) {
      const path = `/${files.size}/${name}`
      files.set(path, bytes)
      return `http://127.0.0.1:${port}${path}`
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** A core with a fleet in it, a shelf of firmware, a folder, and kegs that run by the device SDK. */
export async function fleetBench() {
  const dir = mkdtempSync(join(tmpdir(), 'keg-fleet-'))
  const hooked: { readonly clientId: string; readonly parameters: { readonly SerialNumber: string } }[] = []
  const refused = new Set<string>()
  const iot = await createLocalIot({
    log: () => undefined,
    invokeFunction: async (_arn, event) => {
      // What AWS IoT asks a hook: pre-provisioning-hook.html#pre-provisioning-hook-input
      const asked = event as (typeof hooked)[number]
      hooked.push(asked)
      return { allowProvisioning: !refused.has(asked.parameters.SerialNumber) }
    },
  })
  const shelf = await openShelf()
  const signer = generateKeyPairSync('ed25519')
  const publicKeyFile = join(dir, 'firmware.pub.pem')
  writeFileSync(publicKeyFile, signer.publicKey.export({ type: 'spki', format: 'pem' }))
  await openFleet(iot)
  const kegs: { readonly device: Device; readonly stopTicking: () => void }[] = []

  /** A certificate of its own for a thing, written to the disk. */
  async function certify(name: string, policyName = 'kegs') {
    const { certificateArn, certificatePem, certificateId, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
    await iot.call('AttachPolicy', { policyName, target: certificateArn })
    const [certificateFile, privateKeyFile] = [join(dir, name, 'certificate.pem'), join(dir, name, 'private.key')]
    mkdirSync(join(dir, name), { recursive: true })
    writeFileSync(certificateFile, certificatePem)
    writeFileSync(privateKeyFile, keyPair?.PrivateKey ?? '', { mode: 0o600 })
    return { certificateFile, privateKeyFile, certificateId: certificateId ?? '', certificateArn: certificateArn ?? '' }
  }
  /** A keg that is let in already, as it was before there were claims. */
  async function newKeg(kegId: string, policyName?: string): Promise<KegEntry> {
    const { certificateArn, certificateId: _, ...files } = await certify(kegId, policyName)
    await iot.call('CreateThing', { thingName: kegId })
    await iot.call('AttachThingPrincipal', { thingName: kegId, principal: certificateArn })
    await desire(kegId, { siteId: 'berlin' })
    return { kegId, ...files, dataDir: join(dir, kegId, 'data') }
  }
  const desire = (thingName: string, desired: object) =>
    iot.publish(`$aws/things/${thingName}/shadow/update`, JSON.stringify({ state: { desired } }))
  const config = (more: object = {}): DeviceConfig => deviceConfig.parse({
    endpoint: { host: 'localhost', port: Number(new URL(iot.endpoints.mqtts).port) }, caFile: iot.caFile,
    kegs: [{ kegId: 'any', certificateFile: 'c', privateKeyFile: 'k', dataDir: 'd' }],
    firmware: { publicKeyFile, healthSec: 30 },
    simulation: { tap: { pauseMs: [50, 200], volumeMl: [200, 300], mlPerSec: 3_000 } },
    ...more,
  })
  /** Starts a keg and lets it tick. */
  function start(entry: KegEntry, { more = {}, firmware = {} }: { more?: object; firmware?: Partial<FirmwarePorts> } = {}) {
    const log: string[] = []
    const say = (line: string) => void log.push(line)
    let ids = 0
    const real = devicePorts(config(more), entry, { log: say, watchdog: { beat: () => undefined, guard: async () => undefined } })
    const device = startDevice(config(more), entry, {
      random: Math.random, sendTwice: () => false, newId: () => `${process.pid}-${kegs.length}-${ids++}`, pause: () => delay(TICK_MS), log: say,
      nowMs: Date.now, gate: createGate(50),
      ...real, ...(real.firmware && { firmware: { ...real.firmware, ...firmware } }),
    })
    let lastMs = performance.now()
    const ticking = setInterval(() => {
      const nowMs = performance.now()
      device.tick(Date.now(), nowMs - lastMs)
      lastMs = nowMs
    }, TICK_MS)
    const stopTicking = () => clearInterval(ticking)
    kegs.push({ device, stopTicking })
    return {
      device, log,
      async stop() {
        stopTicking()
        return device.stop(Date.now, 10_000)
      },
    }
  }
  const newJob = (jobId: string, thingName: string, document: unknown) => iot.call('CreateJob', {
    jobId, targets: [`arn:aws:iot:us-east-1:123456789012:thing/${thingName}`], document: JSON.stringify(document),
  })
  /** How a job on a thing ended. */
  const ended = (jobId: string, thingName: string) => until(async () => {
    const { execution } = await iot.call('DescribeJobExecution', { jobId, thingName })
    const { status = 'QUEUED', statusDetails } = execution ?? {}
    return !['QUEUED', 'IN_PROGRESS'].includes(status) && { status, details: { ...statusDetails?.detailsMap } }
  })
  const shadowOf = async (thingName: string) => {
    const { payload } = await iot.call('GetThingShadow', { thingName })
    return (JSON.parse(new TextDecoder().decode(payload)) as { state: { reported?: Record<string, unknown>; desired?: object } }).state
  }
  return {
    dir, iot, shelf, signer, publicKeyFile, refused, hooked, certify, newKeg, desire, config, start, newJob, ended, shadowOf,
    /** A document for a firmware that is on the shelf. */
    firmwareJob: (version: string, bytes: Uint8Array, by: KeyObject = signer.privateKey) => ({
      kind: 'firmware', version, url: shelf.put(`${version}.mjs?signed=secret`, bytes), sha256: createHash('sha256').update(bytes).digest('hex'),
      signature: sign(null, bytes, by).toString('base64'),
    }),
    read: (...path: string[]) => readFileSync(join(dir, ...path), 'utf8'),
    async close() {
      for (const { device, stopTicking } of kegs) {
        stopTicking()
        await device.stop(Date.now, 0)
      }
      shelf.close()
      await iot.close()
      rmSync(dir, { recursive: true })
    },
  }
}
