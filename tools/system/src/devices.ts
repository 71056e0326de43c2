import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inWorkspace } from './workspace.ts'
import type { ProvisionedKeg } from './provision.ts'

/** How the simulated taps are used; see `apps/device`. */
export interface Simulation {
  readonly tap?: { readonly pauseMs: readonly [number, number]; readonly volumeMl: readonly [number, number]; readonly mlPerSec: number }
  /** The share of pours that are sent twice on purpose, 0 to 1. */
  readonly duplicateShare?: number
}

/** What {@link startDevices} takes. */
export interface DeviceOptions {
  readonly endpoint: { readonly host: string; readonly port: number }
  readonly caFile: string
  readonly kegs: readonly ProvisionedKeg[]
  readonly simulation: Simulation
  /** More of the device program's configuration; see `apps/device`. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly dir: string
  readonly log: (line: string) => void
}

/** The device program, running as its own process. */
export interface Devices {
  /** Rejects when the program ends before it was stopped. */
  readonly failed: Promise<never>
  /** Closes the taps, waits until every pour is acknowledged, and ends the program. Throws when it ended otherwise. */
  stop(): Promise<void>
  /** Ends the program at once. */
  kill(): Promise<void>
}

/** Starts the device program with these kegs in one process. */
export async function startDevices({ endpoint, caFile, kegs, simulation, more = {}, dir, log }: DeviceOptions): Promise<Devices> {
  const configFile = join(dir, 'device.json')
  await writeFile(configFile, JSON.stringify({ endpoint, caFile, kegs, simulation, ...more }), { mode: 0o600 })
  // `fork` gives the program a channel to us: when we die, however that is, the channel closes and the program ends, too.
  const program = fork(inWorkspace('apps/device/src/main.ts'), ['--config', configFile], {
    execArgv: ['--conditions=@keg/source'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own, which the terminal's Ctrl-C does not reach: it is for us to end it, after the taps are closed.
    detached: true,
  })
  let lastComplaint = ''
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const lines = text.trimEnd().split('\n')
      lines.forEach(log)
      if (stream === program.stderr) lastComplaint = lines.find((line) => /\w*Error\b/.test(line))?.trim() ?? lastComplaint
    })
  }
  const ended = once(program, 'exit').then(([code, signal]: unknown[]) => ({ code, signal }))
  let stopping = false
  const failed = ended.then(({ code, signal }) => {
    if (stopping) return new Promise<never>(() => undefined)
    throw new Error(`The device program ended by itself (${signal === null ? `exit code ${String(code)}` : String(signal)})${lastComplaint === '' ? '.' : `: ${lastComplaint}`}`)
  })
  // It says `ready` once it can be told to stop.
  await Promise.race([once(program, 'message'), failed])
  // Whoever does not look at `failed` still learns of it from `stop`.
  failed.catch(() => undefined)
  const end = async (signal: NodeJS.Signals) => {
    stopping = true
    program.kill(signal)
    return ended
  }
  return {
    failed,
    stop: async () => {
      const { code, signal } = await end('SIGTERM')
      if (code !== 0) throw new Error(`The device program did not end well (${signal === null ? `exit code ${String(code)}` : String(signal)}).`)
    },
    kill: async () => void (await end('SIGKILL')),
  }
}
