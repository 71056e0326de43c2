import type { Context } from 'aws-lambda'
import { readdirSync, writeSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'

interface Wish {
  readonly does: 'answer'
    | 'answerMuch'
    | 'throw'
    | 'hang'
    | 'spin'
    | 'exit'
    | 'killItself'
    | 'rejectLater'
    | 'tellEnvironment'
    | 'tellCompiled'
    | 'tellContext'
    | 'print'
    | 'tellProcess'
    | 'wait'
    | 'forge'
    | 'flood'
    | 'tellParent'
  readonly with?: unknown
}

let served = 0

/** Does what the event wishes, for tests of what becomes of it. */
export async function handler(wish: Wish, context: Context): Promise<unknown> {
  served += 1
  switch (wish.does) {
    case 'answer': return wish.with
    case 'answerMuch': return 'x'.repeat(Number(wish.with))
    case 'throw': throw new RangeError('no such keg')
    case 'hang': return new Promise(() => setInterval(() => undefined, 1_000))
    case 'spin': for (;;) served += 1
    case 'exit': return process.exit(Number(wish.with))
    case 'killItself': return process.kill(process.pid, 'SIGKILL')
    case 'rejectLater': return rejectLater()
    case 'tellEnvironment': return process.env
    case 'tellCompiled': return tellCompiled()
    case 'tellContext': return { ...context, remainingMs: context.getRemainingTimeInMillis() }
    case 'print': return print(context.awsRequestId)
    case 'tellProcess': return { pid: process.pid, served }
    case 'tellParent': return [typeof process.send, typeof process.disconnect, process.connected, process.listenerCount('message')]
    case 'forge': return forge(context.awsRequestId)
    case 'flood': return flood()
    case 'wait': return new Promise((resolve) => setTimeout(resolve, Number(wish.with), process.pid))
  }
}

function tellCompiled() {
  const folder = getCompileCacheDir()
  return { folder, files: folder === undefined ? 0 : readdirSync(folder).length }
}

function rejectLater(): Promise<void> {
  void Promise.reject(new Error('forgotten promise'))
  return new Promise(() => setInterval(() => undefined, 1_000))
}

function print(requestId: string): void {
  console.log(`out ${requestId}`)
  console.error(`err ${requestId}`)
}

/** Writes to its parent, and prints, what the runtime alone would. */
function forge(requestId: string): string {
  const answer = { kind: 'succeeded', requestId, payload: '"forged"', memoryMb: 1 }
  const lines = [
    'null', 'nonsense', '{"kind":"failed"}', JSON.stringify(answer), ` ${JSON.stringify(answer)}`,
    JSON.stringify({ kind: 'failed', requestId, error: {}, leaving: false, memoryMb: 1 }),
  ]
  for (const line of lines) writeSync(3, `${line}\n`)
  process.stdout.write('\u0000print nonsense\n\u0000print {"text":null}\n\u0000end other\n')
  return 'true answer'
}

function flood(): never {
  for (;;) {
    try {
      writeSync(3, `${'x'.repeat(1_000)}\n`)
    } catch {
      // The pipe is full for now.
    }
  }
}
