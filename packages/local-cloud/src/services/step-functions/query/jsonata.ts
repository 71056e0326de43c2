import { createHash } from 'node:crypto'
import { isRecord } from '../../../assembly/template.ts'
import type { Scope } from '../scope.ts'
import { StateError } from '../state-error.ts'

/** What `$states` has beside input and context. */
export interface StatesExtra {
  readonly result?: unknown
  readonly errorOutput?: unknown
}

/** A value with every text in `{% … %}` evaluated. Throws `StateError` `States.QueryEvaluationError`. @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export async function evaluateTemplate(template: unknown, scope: Scope, extra: StatesExtra = {}): Promise<unknown> {
  if (typeof template === 'string') {
    const expression = /^\{%([^]*)%\}$/.exec(template)?.[1]
    return expression === undefined ? template : evaluate(expression, scope, extra)
  }
  if (Array.isArray(template)) return Promise.all(template.map((item) => evaluateTemplate(item, scope, extra)))
  if (!isRecord(template)) return template
  const entries = Object.entries(template).map(async ([name, value]) => [name, await evaluateTemplate(value, scope, extra)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

async function evaluate(expression: string, { input, context, variables, name, run }: Scope, extra: StatesExtra): Promise<unknown> {
  // Loaded on use: most machines are written with JSONPath.
  const { default: jsonata } = await import('jsonata')
  try {
    const states = { input, context, ...extra }
    const value: unknown = await jsonata(expression).evaluate(undefined, { ...variables, states, ...functions(run) })
    if (value === undefined) throw new TypeError('the expression returned nothing')
    // JSONata's lists carry members of its own.
    return JSON.parse(JSON.stringify(value)) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : isRecord(error) ? String(error['message']) : String(error)
    throw new StateError('States.QueryEvaluationError', `An error occurred while executing the state '${name}': ${expression.trim()}: ${reason}`)
  }
}

/** What Step Functions adds to JSONata's functions. */
function functions({ newId, random }: Scope['run']): Readonly<Record<string, unknown>> {
  return {
    partition: (list: unknown[], size: number) => Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size)),
    range: (first: number, last: number, step: number) => Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step),
    hash: (text: string, algorithm: string) => createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex'),
    random,
    uuid: newId,
    parse: (text: string) => JSON.parse(text) as unknown,
  }
}
