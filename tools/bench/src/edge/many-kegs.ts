import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Memory of the device program while it runs so many kegs, each with a connection of its own:
 * `node --conditions=@keg/source many-kegs.ts [KEGS]`, on Linux. Run by hand: it takes a minute or two. All kegs share one certificate, so
 * that making a thousand is not what takes the time.
 */
const [, , kegs = '1000'] = process.argv
const MB = 1024
const WAIT_MS = 10_000

const folder = mkdtempSync(join(tmpdir(), 'keg-many-'))
const iot = await createLocalIot({ quotas: 'off' })
try {
  const identity = await certify(iot)
  const one = await measure(1, identity)
  const many = await measure(Number(kegs), identity)
  console.log(`${((many - one) / MB / (Number(kegs) - 1)).toFixed(2)} MB a keg`)
} finally {
  await iot.close()
  rmSync(folder, { recursive: true })
}

async function certify(core: LocalIot) {
  const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
  await core.call('CreatePolicy', { policyName: 'anything', policyDocument })
  const { certificateArn, certificatePem, keyPair } = await core.call('CreateKeysAndCertificate', { setAsActive: true })
  await core.call('AttachPolicy', { policyName: 'anything', target: certificateArn })
  const files = { certificateFile: join(folder, 'certificate.pem'), privateKeyFile: join(folder, 'private.key') }
  writeFileSync(files.certificateFile, certificatePem)
  writeFileSync(files.privateKeyFile, keyPair.PrivateKey ?? '', { mode: 0o600 })
  return files
}

/** The program's resident memory, KB, once each of so many kegs has sent a reading, and a while after. */
async function measure(count: number, identity: object): Promise<number> {
  const dir = join(folder, String(count))
  mkdirSync(dir)
  const entries = Array.from({ length: count }, (_, index) => ({
    kegId: `keg-${count}-${index}`, dataDir: join(dir, String(index)), ...identity,
  }))
  const wish = JSON.stringify({ state: { desired: { siteId: 'berlin', targetCelsius: 4 } } })
  for (const { kegId } of entries) await iot.publish(`$aws/things/${kegId}/shadow/update`, wish)
  const configFile = join(dir, 'device.json')
  const endpoint = { host: 'localhost', port: Number(new URL(iot.endpoints.mqtts).port) }
  const simulation = { tap: { pauseMs: [30_000, 90_000], volumeMl: [200, 500], mlPerSec: 150 } }
  writeFileSync(configFile, JSON.stringify({ endpoint, caFile: iot.caFile, kegs: entries, simulation }))
  const startedMs = performance.now()
  const heard = everyKeg(count)
  const program = fork(new URL('../../../../apps/device/src/main.ts', import.meta.url), ['--config', configFile], {
    execArgv: ['--conditions=@keg/source'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(program, 'exit')
  await Promise.race([heard, ended.then(() => Promise.reject(new Error('The device program ended by itself.')))])
  const sec = ((performance.now() - startedMs) / 1_000).toFixed(0)
  await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  const kilobytes = residentKilobytes(program)
  console.log(`${count} kegs: ${Math.round(kilobytes / MB)} MB RSS, all reporting after ${sec} s`)
  program.kill('SIGTERM')
  await ended
  return kilobytes
}

/** Resolves once a reading of each keg came. */
function everyKeg(count: number): Promise<void> {
  const topics = new Set<string>()
  return new Promise((resolve) => {
    const stop = iot.subscribe('keg/+/+/telemetry', ({ topic }) => {
      topics.add(topic)
      if (topics.size < count) return
      stop()
      resolve()
    })
  })
}

function residentKilobytes({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
}
