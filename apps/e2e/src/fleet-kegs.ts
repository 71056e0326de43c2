import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { pour } from '@keg/message-schemas/keg'
import type { RunningCloud } from '@keg/local-cloud'
import { inWorkspace, startDevices, type DeviceKeg, type Devices } from '@keg/system'
import { execFile } from 'node:child_process'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Kegs that come by the claim of their batch, in one device program. */
export interface FleetKegs extends AsyncDisposable {
  readonly devices: Devices
  /** What the program had to say. */
  readonly log: readonly string[]
  /** The pours that came to the broker, by their ids, in millilitres. */
  readonly pours: ReadonlyMap<string, number>
  /** Puts a build where kegs get it from, signed by the key that they trust, and answers its job document. */
  firmware(version: string, bytes: Uint8Array): Promise<object>
  /** What the meters of these kegs have counted, in millilitres. */
  meteredMl(): Promise<number>
}

const run = promisify(execFile)

/** The keg's own program as a firmware of this version. */
export async function builtFirmware(version: string): Promise<Uint8Array> {
  const dir = await mkdtemp(join(tmpdir(), 'keg-firmware-'))
  const file = join(dir, 'firmware.mjs')
  const program = inWorkspace('apps/device/src/firmware-build/main.ts')
  await run(process.execPath, ['--conditions=@keg/source', program, '--firmware-version', version, '--out', file])
  const bytes = await readFile(file)
  await rm(dir, { recursive: true })
  return bytes
}

/** Starts kegs that have nothing but a claim, by its certificate and key. */
export async function startFleetKegs(
  cloud: RunningCloud, output: (name: string) => string, kegIds: readonly string[], claim: { readonly cert: string; readonly key: string },
): Promise<FleetKegs> {
  const dir = await mkdtemp(join(tmpdir(), 'keg-fleet-'))
  const inDir = (name: string) => join(dir, name)
  const signer = generateKeyPairSync('ed25519')
  const publicKeyFile = inDir('firmware.pub.pem')
  const claimFiles = { certificateFile: inDir('claim.pem'), privateKeyFile: inDir('claim.key') }
  await Promise.all([
    writeFile(publicKeyFile, signer.publicKey.export({ type: 'spki', format: 'pem' })), writeFile(claimFiles.certificateFile, claim.cert),
    writeFile(claimFiles.privateKeyFile, claim.key, { mode: 0o600 }), ...kegIds.map((kegId) => mkdir(inDir(kegId))),
  ])
  const dataDirOf = (kegId: string) => join(dir, kegId, 'data')
  const kegs = kegIds.map((kegId): DeviceKeg => ({
    kegId, certificateFile: join(dir, kegId, 'certificate.pem'), privateKeyFile: join(dir, kegId, 'private.key'), dataDir: dataDirOf(kegId),
    claim: { ...claimFiles, template: output('ProvisioningTemplateName') },
  }))
  const pours = new Map<string, number>()
  const end = cloud.iot.subscribe(pour.topic.filter(), ({ payload }) => {
    const decoded = pour.decode(payload)
    if (decoded.ok) pours.set(decoded.value.pourId, decoded.value.volumeMl)
  })
  const log: string[] = []
  const { hostname, port } = new URL(cloud.iot.endpoints.mqtts)
  const devices = await startDevices({
    kegs, endpoint: { host: hostname, port: Number(port) }, caFile: cloud.iot.caFile, dir, log: (line) => log.push(line),
    simulation: { tap: { pauseMs: [200, 800], volumeMl: [200, 500], mlPerSec: 1_000 } },
    more: { firmware: { publicKeyFile, healthSec: 60 } },
  })
  return {
    devices,
    log,
    pours,
    async firmware(version, bytes) {
      const [bucket, key] = [output('FirmwareBucketName'), `firmware/${version}.mjs`]
      const s3 = new S3Client({ ...cloud, forcePathStyle: true })
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }))
      s3.destroy()
      return {
        kind: 'firmware', version, url: `\${aws:iot:s3-presigned-url:https://s3.amazonaws.com/${bucket}/${key}}`,
        sha256: createHash('sha256').update(bytes).digest('hex'), signature: sign(null, bytes, signer.privateKey).toString('base64'),
      }
    },
    async meteredMl() {
      const meters = await Promise.all(kegIds.map((kegId) => readFile(join(dataDirOf(kegId), 'meter.json'), 'utf8')))
      // As `apps/device` writes it.
      return meters.reduce((sum, text) => sum + (JSON.parse(text) as { value: number }).value, 0)
    },
    async [Symbol.asyncDispose]() {
      await devices.kill()
      end()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
