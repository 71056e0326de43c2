import { createLocalIot, type LocalIot, type LocalMessage } from '@keg/local-iot'
import { command, pour, reply } from '@keg/message-schemas/keg'
import { startDevices, type DeviceOptions } from '@keg/system'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, it, type TestContext } from 'vitest'

// The device program over the ways to AWS IoT that are not MQTT over mutual TLS, which every other test of the system goes.

const LIMIT_MS = 60_000
const siteId = 'berlin'
let iot: LocalIot
let dir: string

beforeAll(async () => {
  iot = await createLocalIot()
  dir = mkdtempSync(join(tmpdir(), 'keg-transports-'))
  const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
  await iot.call('CreatePolicy', { policyName: 'anything', policyDocument })
})
afterAll(async () => {
  await iot.close()
  rmSync(dir, { recursive: true })
})

/** A keg with a certificate, whose shadow wishes for settings. */
async function letIn(kegId: string): Promise<DeviceOptions['kegs'][number]> {
  const { certificateArn, certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await iot.call('AttachPolicy', { policyName: 'anything', target: certificateArn })
  await iot.publish(
    `$aws/things/${kegId}/shadow/update`, JSON.stringify({ state: { desired: { siteId, targetCelsius: 4, intervalSec: 1 } } }),
  )
  const dataDir = join(dir, kegId)
  mkdirSync(dataDir)
  const keg = { kegId, dataDir, certificateFile: join(dataDir, 'certificate.pem'), privateKeyFile: join(dataDir, 'private.key') }
  writeFileSync(keg.certificateFile, certificatePem)
  writeFileSync(keg.privateKeyFile, keyPair.PrivateKey ?? '', { mode: 0o600 })
  return keg
}

/** Resolves with the first message to a filter that satisfies. */
const first = (filter: string, wanted: (message: LocalMessage) => boolean = () => true) =>
  new Promise<LocalMessage>((resolve) => {
    const stop = iot.subscribe(filter, (message) => {
      if (!wanted(message)) return
      stop()
      resolve(message)
    })
  })
const text = ({ payload }: LocalMessage) => new TextDecoder().decode(payload)

/** Starts the program with one keg, and waits until it has reported its settings and a pour. */
async function startOver({ onTestFailed }: TestContext, transport: string, kegId: string, more: Record<string, unknown>) {
  const log: string[] = []
  onTestFailed(() => console.log(log.join('\n')))
  const seen = Promise.all([
    first(`$aws/things/${kegId}/shadow/update/documents`, (message) => /"reported":\{[^}]*"targetCelsius":4/.test(text(message))),
    first(`keg/${siteId}/${kegId}/telemetry`),
    first(pour.topic.filter({ siteId, kegId })),
  ])
  const keg = await letIn(kegId)
  const devices = await startDevices({
    endpoint: { host: 'localhost', port: Number(new URL(iot.endpoints.mqtts).port) }, caFile: iot.caFile, kegs: [keg], dir: keg.dataDir,
    log: (line) => log.push(line), simulation: { tap: { pauseMs: [100, 200], volumeMl: [100, 200], mlPerSec: 500 } },
    more: { transport, ...more },
  })
  await Promise.race([seen, devices.failed])
  return devices
}
const portOf = (url: string) => Number(new URL(url).port)

it.concurrent('over HTTPS with its certificate it reports settings, telemetry and pours', async (test) => {
  const devices = await startOver(test, 'https', 'keg-https', { https: { port: portOf(iot.endpoints.httpsMtls), pollSec: 0.2 } })
  await devices.stop()
}, LIMIT_MS)

it.concurrent('over a WebSocket signed with AWS credentials it does the same, and obeys commands', async (test) => {
  const devices = await startOver(test, 'websocket', 'keg-ws', {
    websocket: { port: portOf(iot.endpoints.wss), region: iot.region, credentials: iot.credentials },
  })
  const to = { siteId, kegId: 'keg-ws', commandId: 'c-1' }
  const done = first(reply.topic.format(to), (message) => text(message).includes('"SUCCEEDED"'))
  const nowMs = Date.now()
  await iot.publish(
    command.topic.format(to),
    command.encode({ v: 1, issuedAtMs: nowMs, expiresAtMs: nowMs + LIMIT_MS, order: { kind: 'reboot' } }),
    { qos: 1 },
  )
  await Promise.race([done, devices.failed])
  await devices.stop()
}, LIMIT_MS)
