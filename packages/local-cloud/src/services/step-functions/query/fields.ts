import type { Scope } from '../scope.ts'
import { runtimeError, StateError } from '../state-error.ts'
import { evaluateTemplate, type StatesExtra } from './jsonata.ts'
import { fillTemplate, putAt, query } from './json-path.ts'

/** What a state works on: its input by `InputPath` and `Parameters`, or by `Arguments`. */
export async function effectiveInput(scope: Scope): Promise<unknown> {
  const { state, input, language } = scope
  if (language === 'JSONata') return state['Arguments'] === undefined ? input : evaluateTemplate(state['Arguments'], scope)
  const selected = byPath(state['InputPath'], input, scope)
  return state['Parameters'] === undefined || state.Type === 'Map' ? selected : fillTemplate(state['Parameters'], selected, scope)
}

/** What a state hands on: its result by `ResultSelector`, `ResultPath` and `OutputPath`, or by `Output`. */
export async function stateOutput(result: unknown, scope: Scope): Promise<unknown> {
  const { state, input, language } = scope
  if (language === 'JSONata') return state['Output'] === undefined ? result : evaluateTemplate(state['Output'], scope, { result })
  const selected = state['ResultSelector'] === undefined ? result : fillTemplate(state['ResultSelector'], result, scope)
  return byPath(state['OutputPath'], atResultPath(state['ResultPath'], input, selected), scope)
}

/** The variables after a state, a choice or a catcher. @see https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html */
export async function assigned(assign: unknown, data: unknown, scope: Scope, extra: StatesExtra): Promise<Scope['variables']> {
  if (assign === undefined) return scope.variables
  const values = scope.language === 'JSONata' ? await evaluateTemplate(assign, scope, extra) : fillTemplate(assign, data, scope)
  // A template of an object comes out as one.
  return { ...scope.variables, ...values as Scope['variables'] }
}

/** The input with a result put where `ResultPath` says; `null` discards the result. */
export function atResultPath(path: unknown, input: unknown, result: unknown): unknown {
  if (path === null) return input
  if (path === undefined) return result
  try {
    return putAt(String(path), input, result)
  } catch (error) {
    throw new StateError(
      'States.ResultPathMatchFailure', `Unable to apply ResultPath '${String(path)}' to ${JSON.stringify(input)}: ${String(error)}`,
    )
  }
}

/** A field's value: as it is or by an expression in JSONata, as it is or by its twin that ends in `Path` in JSONPath. */
export async function fieldValue(name: string, data: unknown, scope: Scope): Promise<unknown> {
  const { state, language } = scope
  if (language === 'JSONata') return evaluateTemplate(state[name], scope)
  const path = state[`${name}Path`]
  return path === undefined ? state[name] : query(String(path), data, scope)
}

/** A field that is a number of seconds, from 1 on. Throws `StateError` for what is none. */
export async function secondsOf(name: 'TimeoutSeconds' | 'HeartbeatSeconds', scope: Scope): Promise<number | undefined> {
  const seconds = await fieldValue(name, scope.input, scope)
  if (seconds === undefined || (typeof seconds === 'number' && Number.isInteger(seconds) && seconds > 0)) return seconds
  throw runtimeError(`${name} of the state '${scope.name}' is no positive integer: ${JSON.stringify(seconds)}`)
}

/** `null` makes an empty object of anything. */
function byPath(path: unknown, data: unknown, scope: Scope): unknown {
  if (path === null) return {}
  return path === undefined || path === '$' ? data : query(String(path), data, scope)
}
