import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { FirmwarePlace } from './process-faults.ts'

/** What the watchdog's two threads are told. */
export interface WatchdogData {
  /** How often the main thread went on. */
  readonly beats: SharedArrayBuffer
  /** Two numbers: whether it hangs, and whether it is known where. */
  readonly hangs: SharedArrayBuffer
  readonly rounds: number
  readonly roundMs: number
  readonly places: readonly FirmwarePlace[]
}

// Ends the process by SIGKILL where its main thread has not counted on for `rounds` rounds. Rounds and not a clock: a machine that slept
// has missed one of them, not an hour.
const { beats, hangs, rounds, roundMs } = workerData as WatchdogData
const STACK_MS = 3_000
const count = new Int32Array(beats)
const hanging = new Int32Array(hangs)
const never = new Int32Array(new SharedArrayBuffer(4))
let seen = Atomics.load(count, 0)
parentPort?.postMessage('watching')
for (let missed = 0; missed < rounds; ) {
  Atomics.wait(never, 0, 0, roundMs)
  const now = Atomics.load(count, 0)
  missed = now === seen ? missed + 1 : 0
  seen = now
}
try {
  // Not by the console: the thread that would print it is the one that hangs.
  writeSync(2, `The watchdog ends the process: it was blocked for ${(rounds * roundMs) / 1_000} s.\n`)
  // The other thread finds out where. It looks into the one that hangs, and may hang as well.
  Atomics.store(hanging, 0, 1)
  Atomics.notify(hanging, 0)
  Atomics.wait(hanging, 1, 0, STACK_MS)
} finally {
  process.kill(process.pid, 'SIGKILL')
}
