import { pour } from '@keg/message-schemas/keg'
import type { RunningCloud } from '@keg/local-cloud'
import { inWorkspace, startDevices, type Broker, type DeviceKeg, type Devices } from '@keg/system'
import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Kegs that come by the claim of their batch, in one device program. */
export interface FleetKegs extends AsyncDisposable {
  readonly devices: Devices
  readonly ids: readonly string[]
  /** What the program had to say. */
  readonly log: readonly string[]
  /** The pours that came to the broker, by their ids, in millilitres. */
  readonly pours: ReadonlyMap<string, number>
  /** The key that they trust firmware by. */
  readonly signingKeyFile: string
  /** What the meters of these kegs have counted, in millilitres. */
  meteredMl(): Promise<number>
}

const run = promisify(execFile)

/** The keg's own program as a firmware of this version. */
export async function buildFirmware(version: string, file: string): Promise<void> {
  const program = inWorkspace('apps/device/src/firmware-build/main.ts')
  await run(process.execPath, ['--conditions=@keg/source', program, '--firmware-version', version, '--out', file])
}

/** The command `keg`, for one cloud; answers what it said and how it ended. */
export function kegCommand(runtimeDir: string, name: string) {
  const main = inWorkspace('packages/cli/src/main.ts')
  const { XDG_RUNTIME_DIR: _, ...environment } = process.env
  return async (...line: readonly string[]): Promise<{ readonly code: number; readonly text: string }> => {
    const options = { env: { ...environment, XDG_RUNTIME_DIR: runtimeDir } }
    // What it rejects with is what Node says of a program that ended otherwise.
    return run(process.execPath, ['--conditions=@keg/source', main, ...line, '--core', name], options).then(
      ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, text: stdout + stderr }),
    )
  }
}

/** Prepares a batch of three kegs, and starts them with nothing but the batch's claim. */
export async function startFleetKegs(cloud: RunningCloud, keg: ReturnType<typeof kegCommand>, dir: string): Promise<FleetKegs> {
  const { code, text } = await keg('provision', '--batch', 'life', '--count', '3', '--site', 'berlin', '--dir', dir)
  if (code !== 0) throw new Error(text)
  // As `keg provision` writes it for the device program.
  const batch = JSON.parse(await readFile(join(dir, 'kegs.json'), 'utf8')) as Broker & { readonly kegs: readonly DeviceKeg[] }
  const signer = generateKeyPairSync('ed25519')
  const [publicKeyFile, signingKeyFile] = [join(dir, 'firmware.pub.pem'), join(dir, 'firmware.key')]
  await writeFile(publicKeyFile, signer.publicKey.export({ type: 'spki', format: 'pem' }))
  await writeFile(signingKeyFile, signer.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  const pours = new Map<string, number>()
  const end = cloud.iot.subscribe(pour.topic.filter(), ({ payload }) => {
    const decoded = pour.decode(payload)
    if (decoded.ok) pours.set(decoded.value.pourId, decoded.value.volumeMl)
  })
  const log: string[] = []
  const devices = await startDevices({
    ...batch, dir, log: (line) => log.push(line),
    simulation: { tap: { pauseMs: [200, 800], volumeMl: [200, 500], mlPerSec: 1_000 } },
    more: { firmware: { publicKeyFile, healthSec: 60 } },
  })
  return {
    devices,
    ids: batch.kegs.map(({ kegId }) => kegId),
    log,
    pours,
    signingKeyFile,
    async meteredMl() {
      const meters = await Promise.all(batch.kegs.map(({ dataDir }) => readFile(join(dataDir, 'meter.json'), 'utf8')))
      // As `apps/device` writes it.
      return meters.reduce((sum, meter) => sum + (JSON.parse(meter) as { value: number }).value, 0)
    },
    async [Symbol.asyncDispose]() {
      await devices.kill()
      end()
    },
  }
}
