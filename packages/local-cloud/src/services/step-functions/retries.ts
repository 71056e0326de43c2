import { lists } from './definition.ts'
import { assigned, atResultPath } from './query/fields.ts'
import { evaluateTemplate } from './query/jsonata.ts'
import type { Outcome, Scope } from './scope.ts'
import { matchesError, StateError } from './state-error.ts'

/** Does a state's work, again where its `Retry` says so, up to the error that is left. */
export async function withRetries(scope: Scope, work: (scope: Scope) => Promise<unknown>): Promise<unknown> {
  const { state, run, progress } = scope
  const retriers = lists(state['Retry'])
  const attempts = retriers.map((_, index) => scope.position.attempts?.[index] ?? 0)
  for (let position = scope.position; ;) {
    try {
      const retries = attempts.reduce((sum, each) => sum + each, 0)
      return await work({ ...scope, position, context: withRetryCount(scope.context, retries) })
    } catch (error) {
      if (!(error instanceof StateError) || run.signal.aborted) throw error
      const index = retriers.findIndex((retrier) => matchesError(names(retrier), error, state.Type === 'Task'))
      const [retrier, tried = 0] = [retriers[index], attempts[index]]
      if (retrier === undefined || tried >= Number(retrier['MaxAttempts'] ?? 3)) throw error
      attempts[index] = tried + 1
      // The next attempt begins anew, with a token of its own.
      position = { ...position, token: undefined, attempts: [...attempts] }
      progress?.reached(position)
      await run.sleep(intervalMs(retrier, tried, run.random), run.signal)
    }
  }
}

/** Where a catcher takes an error; rejects with the error where none does. */
export async function caught(scope: Scope, error: unknown): Promise<Outcome> {
  const { state, input } = scope
  const catcher = error instanceof StateError && !scope.run.signal.aborted
    ? lists(state['Catch']).find((each) => matchesError(names(each), error, state.Type === 'Task'))
    : undefined
  if (catcher === undefined || !(error instanceof StateError)) throw error
  // Whoever fails a task may leave out either.
  const errorOutput = { Error: error.name || null, Cause: error.message || null }
  const output = scope.language === 'JSONPath' ? atResultPath(catcher['ResultPath'], input, errorOutput)
    : catcher['Output'] === undefined ? errorOutput : await evaluateTemplate(catcher['Output'], scope, { errorOutput })
  return { output, variables: await assigned(catcher['Assign'], errorOutput, scope, { errorOutput }), next: String(catcher['Next']) }
}

function names({ ErrorEquals }: Readonly<Record<string, unknown>>): string[] {
  return Array.isArray(ErrorEquals) ? ErrorEquals.map(String) : []
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error */
function intervalMs(
  { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds, JitterStrategy }: Readonly<Record<string, unknown>>,
  attempts: number,
  random: () => number,
): number {
  const delaySec = Math.min(Number(IntervalSeconds) * Number(BackoffRate) ** attempts, Number(MaxDelaySeconds ?? Infinity))
  return delaySec * 1000 * (JitterStrategy === 'FULL' ? random() : 1)
}

function withRetryCount(context: Scope['context'], RetryCount: number): Scope['context'] {
  // The state's own part of the context object.
  return { ...context, State: { ...context['State'] as object, RetryCount } }
}
