import { parseGraph } from '../definition.ts'
import { fieldValue } from '../query/fields.ts'
import { evaluateTemplate } from '../query/jsonata.ts'
import { fillTemplate, query } from '../query/json-path.ts'
import { runGraph } from '../run-graph.ts'
import type { Run, Scope } from '../scope.ts'
import { runtimeError } from '../state-error.ts'
import { allOrNone } from './parallel.ts'

/** Iterations at once where the state does not say. @see https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html */
const CONCURRENCY = 40

/** Runs its processor once for each item of a list. */
export async function map(scope: Scope, input: unknown): Promise<unknown> {
  const { state, name, run } = scope
  const items = await itemsOf(scope, input)
  const graph = parseGraph(state['ItemProcessor'] ?? state['Iterator'], name)
  const most = Number(await fieldValue('MaxConcurrency', input, scope) ?? 0)
  const iterate = async (item: unknown, index: number, each: Run) => {
    const context = { ...scope.context, Map: { Item: { Index: index, Value: item } } }
    const selected = await selectedItem(item, input, { ...scope, context })
    return runGraph(graph, selected, { ...scope, context, run: each }, scope.progress?.inner?.(index))
  }
  const results: unknown[] = []
  let next = 0
  await allOrNone(run, (each) => Array.from({ length: Math.min(items.length, most > 0 ? most : CONCURRENCY) }, async () => {
    for (let index = next++; index < items.length && !each.signal.aborted; index = next++)
      results[index] = await iterate(items[index], index, each)
  }))
  return results
}

async function itemsOf(scope: Scope, input: unknown): Promise<readonly unknown[]> {
  const { state, language, name } = scope
  const items = language === 'JSONata'
    ? (state['Items'] === undefined ? input : await evaluateTemplate(state['Items'], scope))
    : query(String(state['ItemsPath'] ?? '$'), input, scope)
  if (!Array.isArray(items)) throw runtimeError(`The items of '${name}' are no list: ${JSON.stringify(items)}`)
  return items
}

async function selectedItem(item: unknown, input: unknown, scope: Scope): Promise<unknown> {
  const template = scope.state['ItemSelector'] ?? (scope.language === 'JSONPath' ? scope.state['Parameters'] : undefined)
  if (template === undefined) return item
  return scope.language === 'JSONata' ? evaluateTemplate(template, scope) : fillTemplate(template, input, scope)
}
