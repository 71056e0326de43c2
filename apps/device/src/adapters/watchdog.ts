import { Worker } from 'node:worker_threads'

const ROUND_MS = 500

/** Ends the process where it does not go on, by a thread of its own: a program that blocks the event loop can't be ended otherwise. */
export interface Watchdog {
  /** The process goes on. */
  beat(): void
  /** Watches until the answer is called. */
  guard(): () => void
}

/** A watchdog that ends the process by SIGKILL where no beat came for `patienceSec` while somebody is guarded. */
export function createWatchdog(patienceSec: number): Watchdog {
  const beats = new SharedArrayBuffer(4)
  const count = new Int32Array(beats)
  const rounds = Math.max(2, Math.ceil((patienceSec * 1_000) / ROUND_MS))
  let guarded = 0
  let worker: Worker | undefined
  return {
    beat: () => void Atomics.add(count, 0, 1),
    guard() {
      guarded++
      worker ??= new Worker(new URL('./watchdog-worker.ts', import.meta.url), { workerData: { beats, rounds, roundMs: ROUND_MS } })
      worker.unref()
      let released = false
      return () => {
        if (released) return
        released = true
        if (--guarded > 0) return
        void worker?.terminate()
        worker = undefined
      }
    },
  }
}
