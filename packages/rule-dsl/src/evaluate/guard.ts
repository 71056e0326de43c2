import type { RuleContext } from '../functions/function-context.ts'
import { type RuleFailureCode, RunFailure } from '../fault/run-failure.ts'
import type { SqlVersion } from '../value/value.ts'
import { type CallLog, createCallLog, PendingCall } from './call-log.ts'

/** What a rule or a template answers that could not be evaluated. */
export interface RuleFailure {
  readonly kind: 'failed'
  readonly code: RuleFailureCode
  readonly message: string
}

/** Runs what may throw; a failure is an answer. */
export function guarded<T>(run: () => T): T | RuleFailure {
  try {
    return run()
  } catch (error) {
    return failureOf(error)
  }
}

/** Runs `pass` until no answer of another service is missing. */
export async function replayed<T>(pass: (calls: CallLog) => T, { ports = {} }: RuleContext, version: SqlVersion): Promise<T | RuleFailure> {
  const calls = createCallLog(ports, version)
  for (;;) {
    try {
      calls.rewind()
      return pass(calls)
    } catch (error) {
      if (!(error instanceof PendingCall)) return failureOf(error)
      await calls.settle()
    }
  }
}

function failureOf(error: unknown): RuleFailure {
  if (error instanceof RunFailure) return { kind: 'failed', code: error.code, message: error.message }
  // A document nested beyond the engine's stack.
  if (error instanceof RangeError) return { kind: 'failed', code: 'TOO_DEEP', message: error.message }
  return { kind: 'failed', code: 'INTERNAL', message: String(error) }
}
