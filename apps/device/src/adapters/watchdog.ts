import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FirmwarePlace } from './process-faults.ts'
import type { WatchdogData } from './watchdog-worker.ts'

const ROUND_MS = 500
/** A machine that is busy for so long is not a program that blocks. */
const LEAST_SEC = 5

/** Ends the process where it does not go on, by a thread of its own: a program that blocks the event loop can't be ended otherwise. */
export interface Watchdog {
  /** The process goes on. */
  beat(): void
  /** Watches from now on to the end of the process; resolves once it does, and rejects where there can be no thread. */
  guard(): Promise<void>
}

/**
 * A watchdog that, once it guards, ends the process by SIGKILL where no beat came for `patienceSec`, five seconds at least. Whose firmware
 * it was, by its place, is written down before.
 */
export function createWatchdog(patienceSec: number, places: readonly FirmwarePlace[]): Watchdog {
  const beats = new SharedArrayBuffer(4)
  const count = new Int32Array(beats)
  const rounds = Math.ceil((Math.max(LEAST_SEC, patienceSec) * 1_000) / ROUND_MS)
  let watching: Promise<void> | undefined
  async function watch(): Promise<void> {
    const data: WatchdogData = { beats, hangs: new SharedArrayBuffer(8), rounds, roundMs: ROUND_MS, places }
    // A thread that was only made loads its code yet: a program that blocks at once is not to come before it.
    const files = [new URL('./watchdog-worker.ts', import.meta.url), new URL('./stack-worker.ts', import.meta.url)]
    await Promise.all(files.map(async (file) => {
      const worker = new Worker(file, { workerData: data })
      worker.unref()
      await once(worker, 'message')
    }))
  }
  return {
    beat: () => void Atomics.add(count, 0, 1),
    guard: () => (watching ??= watch().catch((error: unknown) => {
      watching = undefined
      throw error
    })),
  }
}
