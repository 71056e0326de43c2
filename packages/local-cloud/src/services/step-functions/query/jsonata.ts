import { isRecord } from '@keg/aws-service'
import type { Scope } from '../scope.ts'
import { StateError } from '../state-error.ts'

/** What `$states` has beside input and context. */
export interface StatesExtra {
  readonly result?: unknown
  readonly errorOutput?: unknown
}

/**
 * A value with every text in `{% … %}` evaluated. Throws `StateError` `States.QueryEvaluationError`.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
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
  try {
    const states = { input, context, ...extra }
    const value = await run.jsonata(expression, { ...variables, states })
    if (value === undefined) throw new TypeError('the expression returned nothing')
    return value
  } catch (error) {
    throw new StateError('States.QueryEvaluationError', `An error occurred while executing the state '${name}': ${expression.trim()}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
