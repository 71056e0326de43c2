import type { Context } from 'aws-lambda'

interface Wish {
  readonly does: 'answer' | 'answerMuch' | 'throw' | 'hang' | 'spin' | 'exit' | 'killItself' | 'rejectLater' | 'tellEnvironment' | 'tellContext' | 'print' | 'tellProcess' | 'wait'
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
    case 'tellContext': return { ...context, remainingMs: context.getRemainingTimeInMillis() }
    case 'print': return print(context.awsRequestId)
    case 'tellProcess': return { pid: process.pid, served }
    case 'wait': return new Promise((resolve) => setTimeout(resolve, Number(wish.with), process.pid))
  }
}

function rejectLater(): Promise<void> {
  void Promise.reject(new Error('forgotten promise'))
  return new Promise(() => setInterval(() => undefined, 1_000))
}

function print(requestId: string): void {
  console.log(`out ${requestId}`)
  console.error(`err ${requestId}`)
}
