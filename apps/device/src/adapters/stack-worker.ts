import { writeSync } from 'node:fs'
import { Session, type Debugger, type InspectorNotification } from 'node:inspector'
import { parentPort, workerData } from 'node:worker_threads'
import { blame } from './process-faults.ts'
import type { WatchdogData } from './watchdog-worker.ts'

// Finds out where the main thread hangs, and so whose firmware it is, of several in one process.
const { hangs, places, rounds, roundMs } = workerData as WatchdogData
const hanging = new Int32Array(hangs)
parentPort?.postMessage('waiting')
Atomics.wait(hanging, 0, 0)
const urls = new Map<string, string>()
const session = new Session()
session.connectToMainThread()
session.on('Debugger.scriptParsed', ({ params }: InspectorNotification<Debugger.ScriptParsedEventDataType>) =>
  void urls.set(params.scriptId, params.url))
session.on('Debugger.paused', ({ params }: InspectorNotification<Debugger.PausedEventDataType>) => {
  const stack = params.callFrames.map(({ functionName, location: { scriptId, lineNumber } }) =>
    `    at ${functionName || '(anonymous)'} (${urls.get(scriptId) ?? ''}:${lineNumber + 1})`).join('\n')
  try {
    blame(places, stack, `it blocked the process for ${(rounds * roundMs) / 1_000} s`)
    writeSync(2, `${stack}\n`)
  } finally {
    Atomics.store(hanging, 1, 1)
    Atomics.notify(hanging, 1)
  }
})
session.post('Debugger.enable')
session.post('Debugger.pause')
// A session alone does not keep a thread.
setInterval(() => undefined, 1_000)
