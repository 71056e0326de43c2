import { fieldValue } from '../query/fields.ts'
import type { Scope } from '../scope.ts'
import { runtimeError } from '../state-error.ts'

/** Waits for some seconds, or until a time. */
export async function wait(scope: Scope, input: unknown): Promise<unknown> {
  const { run } = scope
  const seconds = await fieldValue('Seconds', input, scope)
  const timestamp = seconds === undefined ? await fieldValue('Timestamp', input, scope) : undefined
  const untilMs = seconds === undefined ? Date.parse(String(timestamp)) : scope.enteredAtMs + Number(seconds) * 1000
  const ms = untilMs - run.nowMs()
  if (Number.isNaN(ms)) throw runtimeError(`The state '${scope.name}' has no time to wait for: ${String(seconds ?? timestamp)}`)
  await run.sleep(Math.max(0, ms), run.signal)
  return input
}
