import { anyText, glob } from '@keg/local-iot/policy'
import { ownMember } from '../../../ground/own-member.ts'
import { lists } from '../definition.ts'
import { evaluateTemplate } from '../query/jsonata.ts'
import { lookUp, query } from '../query/json-path.ts'
import type { Scope } from '../scope.ts'
import { StateError, runtimeError } from '../state-error.ts'

type Rule = Readonly<Record<string, unknown>>
type Test = (value: unknown, expected: unknown) => boolean

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const isTimestamp = (value: unknown): value is string => typeof value === 'string' && timestamp.test(value)

/** Values of other types than the comparison's never match. */
const kinds: Readonly<Record<string, (value: unknown) => number | string | boolean | undefined>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: (value) => (typeof value === 'number' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  Timestamp: (value) => (isTimestamp(value) ? Date.parse(value) : undefined),
}
const orders: Readonly<Record<string, (left: number | string | boolean, right: number | string | boolean) => boolean>> = {
  Equals: (left, right) => left === right,
  LessThan: (left, right) => left < right,
  LessThanEquals: (left, right) => left <= right,
  GreaterThan: (left, right) => left > right,
  GreaterThanEquals: (left, right) => left >= right,
}
const types: Readonly<Record<string, Test>> = {
  IsNull: (value, expected) => (value === null) === expected,
  IsPresent: (value, expected) => (value !== undefined) === expected,
  IsNumeric: (value, expected) => (typeof value === 'number') === expected,
  IsString: (value, expected) => (typeof value === 'string') === expected,
  IsBoolean: (value, expected) => (typeof value === 'boolean') === expected,
  IsTimestamp: (value, expected) => isTimestamp(value) === expected,
  StringMatches: (value, expected) => typeof value === 'string' && wildcard(String(expected))(value),
}

/** The rule that is taken, with the state it leads to. Throws `StateError` `States.NoChoiceMatched` where none is. */
export async function choose(scope: Scope, input: unknown): Promise<{ next: string; rule: Rule }> {
  const { state } = scope
  for (const rule of lists(state['Choices'])) {
    const taken = scope.language === 'JSONata' ? await evaluateTemplate(rule['Condition'], scope) === true : holds(rule, input, scope)
    if (taken) return { next: String(rule['Next']), rule }
  }
  if (state['Default'] === undefined) throw new StateError('States.NoChoiceMatched', `No choice of '${scope.name}' matched`)
  return { next: String(state['Default']), rule: state }
}

function holds(rule: Rule, input: unknown, scope: Scope): boolean {
  if (rule['And'] !== undefined) return lists(rule['And']).every((each) => holds(each, input, scope))
  if (rule['Or'] !== undefined) return lists(rule['Or']).some((each) => holds(each, input, scope))
  if (rule['Not'] !== undefined) return !lists([rule['Not']]).some((each) => holds(each, input, scope))
  const [operator = '', operand] =
    Object.entries(rule).find(([name]) => !['Variable', 'Next', 'Comment', 'Assign', 'Output'].includes(name)) ?? []
  const path = String(rule['Variable'])
  // Only `IsPresent` may be asked of what is not there. https://states-language.net/spec.html#choice-state
  const value = operator === 'IsPresent' ? lookUp(path, input, scope) : query(path, input, scope)
  return test(operator, value, operator.endsWith('Path') ? query(String(operand), input, scope) : operand)
}

function test(operator: string, value: unknown, expected: unknown): boolean {
  const name = operator.replace(/Path$/, '')
  const type = ownMember(types, name)
  if (type !== undefined) return type(value, expected)
  const [, kind = '', order = ''] = /^(String|Numeric|Boolean|Timestamp)(\w+)$/.exec(name) ?? []
  const compare = ownMember(orders, order)
  if (compare === undefined) throw runtimeError(`${operator} is no comparison`)
  const [left, right] = [ownMember(kinds, kind)?.(value), ownMember(kinds, kind)?.(expected)]
  return left !== undefined && right !== undefined && compare(left, right)
}

/** `*` stands for anything, `\*` for itself. */
function wildcard(pattern: string): (text: string) => boolean {
  return glob([...pattern.matchAll(/\\([*\\])|\*|[^\\*]+|\\/g)].map(([token, escaped]) => (token === '*' ? anyText : (escaped ?? token))))
}
