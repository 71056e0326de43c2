import type { StateGraph } from './definition.ts'
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
import { wait } from './states/wait.ts'
import { runtimeError } from './state-error.ts'

type State = (scope: Scope, input: unknown) => Promise<unknown>

/** By type; a choice leads elsewhere. */
const states: Readonly<Record<string, State>> = { Pass: pass, Succeed: async (_, input) => input, Fail: fail, Wait: wait, Task: task, Parallel: parallel, Map: map }

/** What a graph is run in. */
export type GraphScope = Omit<Scope, 'name' | 'state' | 'input'>

/** Runs the states of a graph, one after the other, and answers the last one's output. Throws `StateError`. */
export async function runGraph(graph: StateGraph, input: unknown, scope: GraphScope): Promise<unknown> {
  let name: string | undefined = graph.StartAt
  let [data, variables]: [unknown, Variables] = [input, scope.variables]
  while (name !== undefined) {
    scope.run.signal.throwIfAborted()
    const state: StateGraph['States'][string] | undefined = graph.States[name]
    if (state === undefined) throw runtimeError(`There is no state '${name}'`)
    const language = state['QueryLanguage'] === 'JSONata' ? 'JSONata' : scope.language
    const context = { ...scope.context, State: { Name: name, EnteredTime: new Date(scope.run.nowMs()).toISOString(), RetryCount: 0 } }
    const outcome: Outcome = await runState({ ...scope, name, state, input: data, variables, language, context })
    data = outcome.output
    variables = outcome.variables
    name = outcome.next
  }
  return data
}

async function runState(scope: Scope): Promise<Outcome> {
  const { state } = scope
  if (state.Type === 'Choice') return runChoice(scope)
  try {
    let result: unknown
    const output = await withRetries(scope, async (attempt) => {
      result = await states[state.Type]?.(attempt, await effectiveInput(attempt))
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
  const output = language === 'JSONata' ? (template === undefined ? input : await evaluateTemplate(template, scope)) : await stateOutput(input, scope)
  return { output, variables: await assigned(rule['Assign'], input, scope, {}), next }
}
