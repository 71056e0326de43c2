import { ownMember } from '../../ground/own-member.ts'
import { waitsForToken, type StateGraph } from './definition.ts'
import { assigned, effectiveInput, stateOutput } from './query/fields.ts'
import { evaluateTemplate } from './query/jsonata.ts'
import { caught, withRetries } from './retries.ts'
import type { Outcome, Scope, Variables } from './scope.ts'
import { choose } from './states/choice.ts'
import { fail } from './states/fail.ts'
import { map } from './states/map.ts'
import { parallel } from './states/parallel.ts'
import { pass } from './states/pass.ts'
import { task } from './states/task.ts'
import { taskToken, taskWithToken } from './states/task-with-token.ts'
import { wait } from './states/wait.ts'
import { runtimeError } from './state-error.ts'

type State = (scope: Scope, input: unknown) => Promise<unknown>

/** By type; a choice leads elsewhere. */
const states: Readonly<Record<string, State>> = {
  Pass: pass, Succeed: async (_, input) => input, Fail: fail, Wait: wait, Task: task, Parallel: parallel, Map: map,
}

/** Where a graph is: at the beginning of a state. */
export interface GraphPosition {
  readonly name: string
  readonly data: unknown
  readonly variables: Variables
  readonly enteredAtMs: number
  /** That the state's task waits for. */
  readonly token?: string | undefined
  /** How often each of the state's retriers has had it tried again. */
  readonly attempts?: readonly number[] | undefined
}

/** What a graph is run in. */
export type GraphScope = Omit<Scope, 'name' | 'state' | 'input' | 'enteredAtMs' | 'position' | 'progress'>

/** Where a graph that was cut off continues, and who is told of its progress. */
export interface GraphProgress {
  /** Absent: it begins. */
  readonly from?: GraphPosition | undefined
  /** What it came to, where it had ended. */
  readonly ended?: { readonly output?: unknown } | undefined
  readonly reached: (position: GraphPosition) => void
  readonly end?: (output: unknown) => void
  /** Of a branch or an iteration of the state that the graph is at. */
  readonly inner?: (index: number) => GraphProgress
}

/** Runs the states of a graph, one after the other, and answers the last one's output. Throws `StateError`. */
export async function runGraph(graph: StateGraph, input: unknown, scope: GraphScope, progress?: GraphProgress): Promise<unknown> {
  const { run } = scope
  if (progress?.ended !== undefined) return progress.ended.output
  let position: GraphPosition = progress?.from ?? { name: graph.StartAt, data: input, variables: scope.variables, enteredAtMs: run.nowMs() }
  for (;;) {
    run.signal.throwIfAborted()
    const { name, data, variables, enteredAtMs }: GraphPosition = position
    // What is kept of the state that it goes on with is still to be used.
    if (position !== progress?.from) progress?.reached(position)
    const state: StateGraph['States'][string] | undefined = graph.States[name]
    if (state === undefined) throw runtimeError(`There is no state '${name}'`)
    const language = state['QueryLanguage'] === 'JSONata' ? 'JSONata' : scope.language
    const context = { ...scope.context, State: { Name: name, EnteredTime: new Date(enteredAtMs).toISOString(), RetryCount: 0 } }
    const outcome: Outcome = await runState({
      ...scope, name, state, input: data, variables, language, context, enteredAtMs, position, progress,
    })
    if (outcome.next === undefined) {
      run.signal.throwIfAborted()
      progress?.end?.(outcome.output)
      return outcome.output
    }
    position = { name: outcome.next, data: outcome.output, variables: outcome.variables, enteredAtMs: run.nowMs() }
  }
}

async function runState(scope: Scope): Promise<Outcome> {
  const { state } = scope
  if (state.Type === 'Choice') return runChoice(scope)
  try {
    let result: unknown
    const output = await withRetries(scope, async (each) => {
      const token = waitsForToken(state) ? taskToken(each) : undefined
      const attempt = token === undefined ? each : { ...each, context: { ...each.context, Task: { Token: token } } }
      result = token === undefined
        ? await ownMember(states, state.Type)?.(attempt, await effectiveInput(attempt))
        : await taskWithToken(attempt, token)
      return stateOutput(result, attempt)
    })
    const next = state['Next'] === undefined ? undefined : String(state['Next'])
    return { output, variables: await assigned(state['Assign'], result, scope, { result }), next }
  } catch (error) {
    return caught(scope, error)
  }
}

async function runChoice(scope: Scope): Promise<Outcome> {
  const { state, language } = scope
  const input = await effectiveInput(scope)
  const { next, rule } = await choose(scope, input)
  const template = rule['Output'] ?? state['Output']
  const output = language === 'JSONata'
    ? (template === undefined ? input : await evaluateTemplate(template, scope))
    : await stateOutput(input, scope)
  return { output, variables: await assigned(rule['Assign'], input, scope, {}), next }
}
