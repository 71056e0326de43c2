import { isInRange } from './ip-range.ts'
import { policyPattern, substituteVariables, type VariableOf } from './policy-pattern.ts'

/** Whether a value of the request meets the value in the condition. Variables in the latter are replaced from the request, too. */
type Test = (actual: string, expected: string, variableOf: VariableOf) => boolean

const equals: Test = (actual, expected, variableOf) => actual === substituteVariables(expected, variableOf)
const equalsIgnoringCase: Test = (actual, expected, variableOf) =>
  actual.toLowerCase() === substituteVariables(expected, variableOf)?.toLowerCase()
const like: Test = (actual, expected, variableOf) => policyPattern(expected, variableOf)(actual)
const ordered = (valueOf: (text: string) => number, compare: (actual: number, expected: number) => boolean): Test =>
  (actual, expected) => compare(valueOf(actual), valueOf(expected))

/** Parses a time, given as ISO text or as seconds. */
const timeOf = (text: string): number => (/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text))

const comparisons: Readonly<Record<string, (actual: number, expected: number) => boolean>> = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
}

const TESTS: ReadonlyMap<string, Test> = new Map([
  ['StringEquals', equals],
  ['StringEqualsIgnoreCase', equalsIgnoringCase],
  ['StringLike', like],
  ['ArnEquals', like],
  ['ArnLike', like],
  ['Bool', (actual, expected) => actual.toLowerCase() === expected.toLowerCase()],
  ['BinaryEquals', (actual, expected) => actual === expected],
  ['IpAddress', isInRange],
  ...Object.entries(comparisons).flatMap(([name, compare]): [string, Test][] => [
    [`Numeric${name}`, ordered(Number, compare)], [`Date${name}`, ordered(timeOf, compare)],
  ]),
])

/** Operators with `Not` in their name, such as `StringNotEquals` and `NotIpAddress`. */
const NEGATED = /^(?:(String|Numeric|Date|Arn)Not(Equals|EqualsIgnoreCase|Like)|Not(IpAddress))$/

/** The parts of a condition operator such as `ForAnyValue:StringNotLikeIfExists`. */
export interface ConditionOperator {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined
  /** Whether it is the negation of `test`. */
  readonly isNegated: boolean
  readonly isIfExists: boolean
  /** Whether it is `Null`, which asks whether the key is present. It has no test. */
  readonly isNull: boolean
  /** The test without the negation. */
  readonly test: Test
}

/**
 * Parses the name of a condition operator; returns `undefined` for an unknown one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function conditionOperator(text: string): ConditionOperator | undefined {
  const [, set, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(text) ?? []
  const [, type = '', kind = '', address = ''] = NEGATED.exec(name) ?? []
  const positive = `${type}${kind}${address}`
  const test = TESTS.get(positive === '' ? name : positive)
  if (test === undefined && name !== 'Null') return undefined
  // As the expression has them.
  return {
    set: set as ConditionOperator['set'], isNegated: positive !== '', isIfExists: ifExists !== undefined, isNull: name === 'Null',
    test: test ?? (() => false),
  }
}
