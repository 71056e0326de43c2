import { isInRange } from './ip-range.ts'
import { contextValues, type PolicyContext } from './policy-context.ts'
import { policyPattern, substituteVariables } from './policy-pattern.ts'
import type { PolicyCondition } from './policy-document.ts'

type Test = (actual: string, expected: string, context: PolicyContext) => boolean

const equals: Test = (actual, expected, context) => actual === substituteVariables(expected, context)
const equalsIgnoringCase: Test = (actual, expected, context) => actual.toLowerCase() === substituteVariables(expected, context).toLowerCase()
const like: Test = (actual, expected, context) => policyPattern(expected, context)(actual)
const numeric = (compare: (actual: number, expected: number) => boolean): Test =>
  (actual, expected) => compare(Number(actual), Number(expected))

/** The operators by name; a negated one holds when its positive form does not. */
const OPERATORS: Readonly<Record<string, { test: Test; negated?: true }>> = {
  StringEquals: { test: equals },
  StringNotEquals: { test: equals, negated: true },
  StringEqualsIgnoreCase: { test: equalsIgnoringCase },
  StringNotEqualsIgnoreCase: { test: equalsIgnoringCase, negated: true },
  StringLike: { test: like },
  StringNotLike: { test: like, negated: true },
  ArnEquals: { test: like },
  ArnLike: { test: like },
  ArnNotEquals: { test: like, negated: true },
  ArnNotLike: { test: like, negated: true },
  Bool: { test: (actual, expected) => actual.toLowerCase() === expected.toLowerCase() },
  IpAddress: { test: isInRange },
  NotIpAddress: { test: isInRange, negated: true },
  NumericEquals: { test: numeric((a, b) => a === b) },
  NumericNotEquals: { test: numeric((a, b) => a === b), negated: true },
  NumericLessThan: { test: numeric((a, b) => a < b) },
  NumericLessThanEquals: { test: numeric((a, b) => a <= b) },
  NumericGreaterThan: { test: numeric((a, b) => a > b) },
  NumericGreaterThanEquals: { test: numeric((a, b) => a >= b) },
}

const OPERATOR = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/

export function isConditionOperator(text: string): boolean {
  const [, , name = ''] = OPERATOR.exec(text) ?? []
  return name === 'Null' || Object.hasOwn(OPERATORS, name)
}

/**
 * Whether a condition holds: several values are alternatives, a missing key fails every operator but the negated ones.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionHolds({ operator, key, values }: PolicyCondition, context: PolicyContext): boolean {
  const [, quantifier, name = '', ifExists] = OPERATOR.exec(operator) ?? []
  const actual = contextValues(key, context)
  if (name === 'Null') return values.some((value) => (value === 'true') === (actual === undefined || actual.length === 0))
  const { test, negated = false } = OPERATORS[name] ?? { test: () => false }
  const matches = (one: string) => values.some((value) => test(one, value, context)) !== negated
  if (quantifier === 'ForAllValues') return (actual ?? []).every(matches)
  if (quantifier === 'ForAnyValue') return (actual ?? []).some(matches)
  // An operator without a quantifier speaks of all that the CONNECT asks for, which may be nothing: connect-policy.html#persistent-sessions-examples
  if (key.toLowerCase() === 'iot:connectattributes' && actual !== undefined) return actual.every(matches)
  const [first] = actual ?? []
  return first === undefined ? negated || ifExists !== undefined : matches(first)
}
