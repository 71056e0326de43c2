import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'

// Ends the process by SIGKILL where its main thread has not counted on for `rounds` rounds. Rounds and not a clock: a machine that slept
// has missed one of them, not an hour.
const { beats, rounds, roundMs } = workerData as { beats: SharedArrayBuffer; rounds: number; roundMs: number }
const count = new Int32Array(beats)
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
  writeSync(2, `The program has blocked the process for ${(rounds * roundMs) / 1_000} s: the watchdog ends it.\n`)
} finally {
  process.kill(process.pid, 'SIGKILL')
}
