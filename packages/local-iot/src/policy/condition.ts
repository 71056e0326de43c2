import { conditionOperator } from '@keg/aws-service'
import { contextValues, type PolicyContext } from './policy-context.ts'
import type { PolicyCondition } from './policy-document.ts'
import { variablesOf } from './policy-pattern.ts'

/** Operators of IAM's that policies of AWS IoT have no key for: dates and bytes. */
const NOT_HERE = /(?:^|:)(?:Date|Binary)/

export function isConditionOperator(text: string): boolean {
  return conditionOperator(text) !== undefined && !NOT_HERE.test(text)
}

/**
 * Whether a condition holds: several values are alternatives, a missing key fails every operator but the negated ones.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionHolds({ operator, key, values }: PolicyCondition, context: PolicyContext): boolean {
  const found = conditionOperator(operator)
  if (found === undefined) return false
  const { set, isNegated, isIfExists, isNull, test } = found
  const actual = contextValues(key, context)
  if (isNull) return values.some((value) => (value === 'true') === (actual === undefined || actual.length === 0))
  const variableOf = variablesOf(context)
  const matches = (one: string) => values.some((value) => test(one, value, variableOf)) !== isNegated
  if (set === 'ForAllValues') return (actual ?? []).every(matches)
  if (set === 'ForAnyValue') return (actual ?? []).some(matches)
  // An operator without a quantifier speaks of all that the CONNECT asks for, which may be nothing:
  // connect-policy.html#persistent-sessions-examples
  if (key.toLowerCase() === 'iot:connectattributes' && actual !== undefined) return actual.every(matches)
  const [first] = actual ?? []
  return first === undefined ? isNegated || isIfExists : matches(first)
}
