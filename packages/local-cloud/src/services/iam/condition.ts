import { ownMember } from '../../assembly/own-member.ts'
import { matchesPattern } from './pattern.ts'
import type { Statement } from './policy.ts'

/** What a request says of itself, by condition key in lower case; a key with no value is known to be absent. */
export type RequestContext = ReadonlyMap<string, readonly string[]>

type Test = (actual: string, wanted: string) => boolean

const number = (compare: (actual: number, wanted: number) => boolean): Test => (actual, wanted) => compare(Number(actual), Number(wanted))
const like: Test = (actual, wanted) => matchesPattern(wanted, actual)

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const tests: Readonly<Record<string, Test>> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: like,
  ArnEquals: like,
  ArnLike: like,
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: number((actual, wanted) => actual === wanted),
  NumericLessThan: number((actual, wanted) => actual < wanted),
  NumericLessThanEquals: number((actual, wanted) => actual <= wanted),
  NumericGreaterThan: number((actual, wanted) => actual > wanted),
  NumericGreaterThanEquals: number((actual, wanted) => actual >= wanted),
}

/** Whether a statement's conditions hold; `undefined` where they ask for what is not known here. */
export function conditionsHold({ conditions }: Statement, context: RequestContext): boolean | undefined {
  const held = conditions.map((condition) => holds(condition, context))
  return held.includes(false) ? false : held.includes(undefined) ? undefined : true
}

function holds({ operator, key, values }: Statement['conditions'][number], context: RequestContext): boolean | undefined {
  const actual = context.get(key.toLowerCase())
  if (actual === undefined) return undefined
  const [, set, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? []
  if (name === 'Null') return values.includes(String(actual.length === 0))
  const negated = /^(String|Numeric|Arn)Not/.test(name)
  const test = ownMember(tests, negated ? name.replace('Not', '') : name)
  if (test === undefined) return undefined
  if (actual.length === 0) return ifExists !== undefined || set === 'ForAllValues' || (negated && set === undefined)
  const passes = (value: string) => values.some((wanted) => test(value, wanted)) !== negated
  return set === 'ForAllValues' ? actual.every(passes) : actual.some(passes)
}
