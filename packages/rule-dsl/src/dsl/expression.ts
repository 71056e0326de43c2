import { RuleError } from '../fault/rule-error.ts'
import type { BinaryOperator, CastType, Expression, Path, Selection, SelectItem, Star } from '../syntax/ast.ts'
import { isPath } from '../syntax/path.ts'
import { isIdentifier, isReserved } from '../syntax/words.ts'
import type { RuleFunctions } from './functions.ts'
import type { Fields, MethodName, Variables } from './value.ts'

const EXPRESSION = Symbol('expression')
const ITEMS = Symbol('items')

const OPERATORS: Readonly<Record<Exclude<MethodName, 'not' | 'negated'>, BinaryOperator>> = {
  equals: '=',
  notEquals: '<>',
  greaterThan: '>',
  greaterThanOrEquals: '>=',
  lessThan: '<',
  lessThanOrEquals: '<=',
  plus: '+',
  minus: '-',
  times: '*',
  dividedBy: '/',
  remainder: '%',
  and: 'AND',
  or: 'OR',
  in: 'IN',
}

const isMethod = (name: string): name is keyof typeof OPERATORS => Object.hasOwn(OPERATORS, name)

/** The member of that name, by a dot where the grammar has one for it, else by `get`. */
function memberOf(of: Expression | Star, name: string): Expression {
  if (of.kind === 'star' ? !isIdentifier(name) || isReserved(name) : !isIdentifier(name)) {
    return { kind: 'call', name: 'get', arguments: [of, { kind: 'string', text: name }] }
  }
  return of.kind === 'star' ? { kind: 'attribute', name } : { kind: 'member', of, name }
}

/** An object whose members are the expression's members and methods; its type is one of {@link Fields} and Value. */
function handleOf(expression: Expression | Star): object {
  return new Proxy(Object.freeze({}), {
    get(_target, name) {
      if (name === EXPRESSION) return expression
      if (typeof name === 'symbol') return undefined
      if (expression.kind === 'star') return handleOf(memberOf(expression, name))
      if (name === 'not') return () => handleOf({ kind: 'unary', operator: 'NOT', operand: expression })
      if (name === 'negated') return () => handleOf({ kind: 'unary', operator: '-', operand: expression })
      if (!isMethod(name)) return handleOf(memberOf(expression, name))
      return (other: unknown) => handleOf({ kind: 'binary', operator: OPERATORS[name], left: expression, right: expressionOf(other) })
    },
  })
}

/** The root that `m` is in a builder. */
export const fieldsOf = <Payload>(): Fields<Payload> => handleOf({ kind: 'star' }) as Fields<Payload>

/** What `v` is in a builder: every name is a variable. */
export const variablesOf = <Types>(): Variables<Types> =>
  new Proxy({} as Variables<Types>, {
    get: (_target, name) => (typeof name === 'symbol' ? undefined : handleOf({ kind: 'variable', name })),
  })

/** What `fn` is in a builder: every name is a call of it, but for the forms. */
export const ruleFunctions = new Proxy({} as RuleFunctions, {
  get(_target, name) {
    if (typeof name === 'symbol') return undefined
    if (Object.hasOwn(FORMS, name)) return FORMS[name]
    return (...args: unknown[]) => handleOf({ kind: 'call', name, arguments: args.filter((arg) => arg !== undefined).map(operandOf) })
  },
})

const FORMS: Readonly<Record<string, (...args: never[]) => unknown>> = {
  caseOf: (subject: unknown) => caseForm(expressionOf(subject), []),
  exists: (source: unknown, where?: BuildPart) => existsForm(source, where),
  spread: (object: unknown, items?: unknown) => spreadForm(object, items),
  cast: (value: unknown, type: CastType) => handleOf({ kind: 'cast', value: expressionOf(value), type }),
  each: (source: unknown, select: BuildPart, where?: BuildPart) =>
    nested(source, (root) => ({ kind: 'items', items: itemsOf(select(root, ruleFunctions)) }), where),
  eachValue: (source: unknown, select: BuildPart, where?: BuildPart) =>
    nested(source, (root) => ({ kind: 'value', value: expressionOf(select(root, ruleFunctions)) }), where),
}

/** How many conditions of `exists` are being built: an element of each has a name of its own. */
let depth = 0

function existsForm(source: unknown, where: BuildPart | undefined): object {
  const from = pathOf(source)
  depth += 1
  try {
    const alias = depth === 1 ? 'item' : `item_${depth}`
    const condition = where === undefined ? undefined : expressionOf(where(handleOf({ kind: 'attribute', name: alias }), ruleFunctions))
    return handleOf({ kind: 'exists', query: { kind: 'nested', select: ALL, from, alias, where: condition } })
  } finally {
    depth -= 1
  }
}

const ALL: Selection = { kind: 'items', items: [{ value: { kind: 'star' }, alias: undefined }] }

function spreadForm(object: unknown, items: unknown): object {
  const of = operandOf(object)
  const value = of.kind === 'star' ? of : ({ kind: 'spread', of: pathOf(object) } as const)
  return { [ITEMS]: [{ value, alias: undefined }, ...(items === undefined ? [] : namedItemsOf(items))] }
}

function pathOf(source: unknown): Path {
  const path = expressionOf(source)
  if (!isPath(path)) throw new RuleError('BAD_LITERAL', 'A nested query or a spread reads a field or a variable; SET one first.')
  return path
}

type BuildPart = (root: object, fn: RuleFunctions) => unknown
type Branch = { readonly when: Expression; readonly then: Expression }

function caseForm(subject: Expression, branches: readonly Branch[]): object {
  const ended = (otherwise: Expression | undefined) => {
    if (branches.length === 0) throw new RuleError('BAD_LITERAL', 'A CASE has a WHEN.')
    return handleOf({ kind: 'case', subject, branches, otherwise })
  }
  return {
    when: (value: unknown, then: unknown) => caseForm(subject, [...branches, { when: expressionOf(value), then: expressionOf(then) }]),
    otherwise: (value: unknown) => ended(expressionOf(value)),
    end: () => ended(undefined),
  }
}

function nested(source: unknown, select: (root: object) => Selection, where: BuildPart | undefined): object {
  const from = pathOf(source)
  const root = handleOf({ kind: 'star' })
  return handleOf({
    kind: 'nested', select: select(root), from, where: where === undefined ? undefined : expressionOf(where(root, ruleFunctions)),
  })
}

/** What stands between SELECT and FROM, by alias, or the items of a spread. Throws RuleError `BAD_ALIAS`. */
export function itemsOf(selected: unknown): readonly SelectItem[] {
  const items = (selected as { readonly [ITEMS]?: readonly SelectItem[] })[ITEMS] ?? namedItemsOf(selected)
  if (items.length === 0) throw new RuleError('BAD_ALIAS', 'A rule selects something.')
  return items
}

function namedItemsOf(selected: unknown): readonly SelectItem[] {
  // Builders hand over nothing but objects.
  return Object.entries(selected as Readonly<Record<string, unknown>>).map(([alias, value]) => {
    if (!isIdentifier(alias))
      throw new RuleError('BAD_ALIAS', `${JSON.stringify(alias)} is no alias: letters, digits and "_", no digit first.`)
    return { value: operandOf(value), alias: [alias] }
  })
}

/** The expression behind a handle or a literal; `*` for the payload's root. Throws RuleError `BAD_LITERAL`. */
export function operandOf(value: unknown): Expression | Star {
  // Only the handles made here know the symbol.
  const handle = typeof value === 'object' ? (value as { [EXPRESSION]?: Expression | Star } | null) : null
  return handle?.[EXPRESSION] ?? literalOf(value)
}

/** As {@link operandOf}, where `*` can not stand. */
export function expressionOf(value: unknown): Expression {
  const operand = operandOf(value)
  if (operand.kind === 'star') throw new RuleError('BAD_LITERAL', 'The whole payload can be selected or be an argument, not an operand.')
  return operand
}

function literalOf(value: unknown): Expression {
  switch (typeof value) {
    case 'string': return { kind: 'string', text: value }
    case 'boolean': return { kind: 'boolean', value }
    case 'number': return numberOf(value)
    case 'object': {
      if (value === null) return { kind: 'null' }
      if (Array.isArray(value)) return { kind: 'array', items: value.map(expressionOf) }
      return { kind: 'object', members: Object.entries(value).map(([name, member]) => ({ name, value: expressionOf(member) })) }
    }
  }
  throw new RuleError('BAD_LITERAL', `SQL has no literal for a ${typeof value}.`)
}

function numberOf(value: number): Expression {
  if (!Number.isFinite(value)) throw new RuleError('BAD_LITERAL', `SQL has no literal for ${value}.`)
  const literal: Expression = { kind: 'number', text: String(Math.abs(value)) }
  return value < 0 ? { kind: 'unary', operator: '-', operand: literal } : literal
}
