import type { ExternalCalls } from '../functions/function-context.ts'
import type { PortName, RulePorts } from '../functions/ports.ts'
import { RunFailure } from '../fault/run-failure.ts'
import { readJson } from '../value/json.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'

/** Ends a pass over the rule at a call whose answer is not there yet. */
export class PendingCall extends Error {
  override readonly name = 'PendingCall'
}

type Entry =
  | { readonly kind: 'made'; readonly value: unknown }
  | { readonly kind: 'answered'; readonly value: SqlValue }
  | { readonly kind: 'failed'; readonly failure: RunFailure }

/**
 * The outside of one evaluation. Expressions are synchronous: a call without an answer ends the pass, its answer is waited for, and the
 * next pass finds it here. As all that varies comes from this log in order, each pass takes the way of the one before.
 */
export interface CallLog extends ExternalCalls {
  rewind(): void
  /** Waits for the answer that the last pass lacked. */
  settle(): Promise<void>
}

export function createCallLog(ports: RulePorts, version: SqlVersion): CallLog {
  const entries: Entry[] = []
  const counts = new Map<PortName, number>()
  let next = 0
  let pending: (() => Promise<unknown>) | undefined
  return {
    rewind() {
      next = 0
      counts.clear()
    },
    async settle() {
      const call = pending
      pending = undefined
      if (call !== undefined) entries.push(await outcome(call, version))
    },
    once<T>(make: () => T): T {
      const entry = (entries[next] ??= { kind: 'made', value: make() })
      next += 1
      // The entry at this place was made by the same call.
      return (entry as { value: unknown }).value as T
    },
    ask(port, request, limit = Infinity) {
      const count = (counts.get(port) ?? 0) + 1
      counts.set(port, count)
      if (count > limit)
        throw new RunFailure('FUNCTION_CALL_LIMIT', `A statement may ask ${port} ${limit === 1 ? 'once' : `${limit} times`}.`)
      const entry = entries[next]
      next += 1
      if (entry?.kind === 'failed') throw entry.failure
      if (entry?.kind === 'answered') return entry.value
      const ask = ports[port]
      pending = () => (ask === undefined ? Promise.reject(new Error(`The context of this evaluation has no port ${port}.`)) : ask(request))
      throw new PendingCall()
    },
  }
}

async function outcome(call: () => Promise<unknown>, version: SqlVersion): Promise<Entry> {
  try {
    const answer = await call()
    const text = JSON.stringify(answer)
    return { kind: 'answered', value: text === undefined ? undefined : readJson(text, version) }
  } catch (error) {
    return { kind: 'failed', failure: new RunFailure('FUNCTION_FAILED', error instanceof Error ? error.message : String(error)) }
  }
}
