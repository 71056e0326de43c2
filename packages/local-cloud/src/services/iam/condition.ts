import { conditionOperator, type VariableOf } from '@keg/aws-service'
import type { Statement } from './policy.ts'

/** What a request says of itself, by condition key in lower case; a key with no value is known to be absent. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

/** Whether a statement's conditions hold; `undefined` where they ask for what is not known here. */
export function conditionsHold({ conditions }: Statement, context: RequestContext): boolean | undefined {
  const held = conditions.map((condition) => holds(condition, context))
  return held.includes(false) ? false : held.includes(undefined) ? undefined : true
}

function holds({ operator, key, values }: Statement['conditions'][number], context: RequestContext): boolean | undefined {
  const actual = context.get(key.toLowerCase())
  if (actual === undefined) return undefined
  const found = conditionOperator(operator)
  if (found === undefined) return undefined
  const { set, isNegated, isIfExists, isNull, test } = found
  if (isNull) return values.includes(String(actual.length === 0))
  if (actual.length === 0) return isIfExists || set === 'ForAllValues' || (isNegated && set === undefined)
  const variableOf = variablesOf(context)
  const passes = (value: string) => values.some((wanted) => test(value, wanted, variableOf)) !== isNegated
  return set === 'ForAllValues' ? actual.every(passes) : actual.some(passes)
}

/** What a request says of itself stands in policies as variables, too; a key with several values is none. */
export function variablesOf(context: RequestContext): VariableOf {
  return (name) => {
    const values = context.get(name.toLowerCase()) ?? []
    return values.length === 1 ? values[0] : undefined
  }
}
