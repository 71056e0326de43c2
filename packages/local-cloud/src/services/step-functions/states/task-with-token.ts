import { effectiveInput, secondsOf } from '../query/fields.ts'
import type { Scope } from '../scope.ts'
import { StateError } from '../state-error.ts'
import type { TaskAnswer } from '../task-tokens.ts'

/** What a time-out is named in histories and outputs; catchers and retriers may name the one of heartbeats apart. */
const [TIMEOUT, HEARTBEAT_TIMEOUT] = ['States.Timeout', 'States.HeartbeatTimeout']

/** A task's token: the one from before a restart, or a new one, which is kept before anybody gets it. */
export function taskToken({ run, position, progress }: Scope): string {
  const before = position.token
  if (before !== undefined && run.tokens.task(before) !== undefined) return before
  const token = run.tokens.open(run.executionArn, run.nowMs())
  progress?.reached({ ...position, token })
  return token
}

/**
 * Has a service do something, and waits until somebody answers with the token: hands on what they answer. After a restart it waits on.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token
 */
export async function taskWithToken(scope: Scope, token: string): Promise<unknown> {
  const { run } = scope
  const over = new AbortController()
  const signal = AbortSignal.any([over.signal, run.signal])
  const { promise, resolve, reject } = Promise.withResolvers<TaskAnswer>()
  let beat = new AbortController()
  run.signal.throwIfAborted()
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  // Nobody is told of what happens once the wait has failed by itself.
  promise.catch(() => undefined)
  run.tokens.listen(token, { answered: resolve, beaten: () => beat.abort() })
  try {
    const asked = await prepare(scope, token)
    run.signal.throwIfAborted()
    if (asked !== undefined) void send(scope, token, asked).catch(reject)
    void timeOut(scope, token, signal)
    void missBeats(scope, token, signal, () => (beat = new AbortController()).signal)
    return outcome(await promise)
  } finally {
    run.tokens.unlisten(token)
    over.abort()
  }
}

/** What the service is to be asked with; `undefined` where it was, or where there is an answer. */
async function prepare(scope: Scope, token: string): Promise<{ readonly input: unknown } | undefined> {
  const { tokens } = scope.run
  const task = tokens.task(token)
  if (task === undefined || task.sent || task.answer !== undefined) return undefined
  const input = await effectiveInput(scope)
  tokens.update(token, { timeoutSec: await secondsOf('TimeoutSeconds', scope), heartbeatSec: await secondsOf('HeartbeatSeconds', scope) })
  // Who has it from before a restart may have answered meanwhile.
  return tokens.task(token)?.answer === undefined ? { input } : undefined
}

/** Rejects with what is no error of a task. */
async function send({ run, state }: Scope, token: string, { input }: { readonly input: unknown }): Promise<void> {
  try {
    await run.task(String(state['Resource']), input)
    // The next run over the same data decides what is to be done again.
    if (!run.signal.aborted) run.tokens.update(token, { sent: true })
  } catch (error) {
    if (!(error instanceof StateError)) throw error
    if (!run.signal.aborted) run.tokens.answer(token, { error: error.name, cause: error.message })
  }
}

/** Ends the wait at the task's time, which goes on over a restart. */
async function timeOut({ run }: Scope, token: string, signal: AbortSignal): Promise<void> {
  const { timeoutSec, startedAtMs = 0 } = run.tokens.task(token) ?? {}
  if (timeoutSec === undefined) return
  if (await slept(run, Math.max(0, startedAtMs + timeoutSec * 1000 - run.nowMs()), signal)) run.tokens.answer(token, { error: TIMEOUT })
}

/** Ends the wait where no heartbeat comes for longer than the task allows; after a restart it begins to count anew. */
async function missBeats({ run }: Scope, token: string, signal: AbortSignal, nextBeat: () => AbortSignal): Promise<void> {
  const { heartbeatSec } = run.tokens.task(token) ?? {}
  if (heartbeatSec === undefined) return
  while (!signal.aborted) {
    if (await slept(run, heartbeatSec * 1000, AbortSignal.any([signal, nextBeat()])))
      return void run.tokens.answer(token, { error: HEARTBEAT_TIMEOUT })
  }
}

/** Whether it has slept to the end. */
async function slept(run: Scope['run'], ms: number, signal: AbortSignal): Promise<boolean> {
  return run.sleep(ms, signal).then(() => !signal.aborted, () => false)
}

function outcome(answer: TaskAnswer): unknown {
  if ('output' in answer) return JSON.parse(answer.output) as unknown
  const { error = '', cause = '' } = answer
  throw error === HEARTBEAT_TIMEOUT ? new StateError(TIMEOUT, cause, HEARTBEAT_TIMEOUT) : new StateError(error, cause)
}
