import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startProgram, type Program } from './program.ts'
import type { ProvisionedKeg } from './provision.ts'

/** How the simulated taps are used; see `apps/device`. */
export interface Simulation {
  readonly tap?: { readonly pauseMs: readonly [number, number]; readonly volumeMl: readonly [number, number]; readonly mlPerSec: number }
  /** The share of pours that are sent twice on purpose, 0 to 1. */
  readonly duplicateShare?: number
}

/** Where a broker is, and what its certificate is checked against. */
export interface Broker {
  readonly endpoint: { readonly host: string; readonly port: number }
  readonly caFile: string
}

/** A keg as its program is told of it. */
export interface DeviceKeg extends Pick<ProvisionedKeg, 'kegId' | 'certificateFile' | 'privateKeyFile' | 'dataDir'> {
  /** By what it gets a certificate where it has none; see `apps/device`. */
  readonly claim?: { readonly certificateFile: string; readonly privateKeyFile: string; readonly template: string }
}

/** What {@link startDevices} takes. */
export interface DeviceOptions extends Broker {
  readonly kegs: readonly DeviceKeg[]
  readonly simulation: Simulation
  /** More of the device program's configuration; see `apps/device`. */
  readonly more?: Readonly<Record<string, unknown>>
  /** Where its configuration is written. */
  readonly dir: string
  readonly log: (line: string) => void
}

/** The device program, running as its own process. `stop` closes the taps and waits until every pour is acknowledged. */
export type Devices = Omit<Program<unknown>, 'ready'>

/** Starts the device program with these kegs in one process. */
export async function startDevices({ endpoint, caFile, kegs, simulation, more = {}, dir, log }: DeviceOptions): Promise<Devices> {
  await mkdir(dir, { recursive: true })
  const configFile = join(dir, 'device.json')
  const entries = kegs.map(({ kegId, certificateFile, privateKeyFile, dataDir, claim }) =>
    ({ kegId, certificateFile, privateKeyFile, dataDir, ...(claim && { claim }) }))
  await writeFile(configFile, JSON.stringify({ endpoint, caFile, kegs: entries, simulation, ...more }), { mode: 0o600 })
  return startProgram('device', 'apps/device/src/main.ts', { args: ['--config', configFile] }, log)
}

/** Several device programs as one. */
export function together(programs: readonly Devices[]): Devices {
  const failed = Promise.race(programs.map((program) => program.failed))
  failed.catch(() => undefined)
  return {
    failed,
    stop: async () => void (await Promise.all(programs.map((program) => program.stop()))),
    kill: async () => void (await Promise.all(programs.map((program) => program.kill()))),
  }
}
