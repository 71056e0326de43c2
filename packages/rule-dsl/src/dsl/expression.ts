import { RuleError } from '../rule-error.ts'
import type { BinaryOperator, Expression, Star } from '../syntax/ast.ts'
import { isIdentifier, isReserved } from '../syntax/words.ts'
import type { RuleFunctions } from './functions.ts'
import type { Fields, MethodName } from './value.ts'

const EXPRESSION = Symbol('expression')

const OPERATORS: Readonly<Record<Exclude<MethodName, 'not'>, BinaryOperator>> = {
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
      if (!isMethod(name)) return handleOf(memberOf(expression, name))
      return (other: unknown) => handleOf({ kind: 'binary', operator: OPERATORS[name], left: expression, right: expressionOf(other) })
    },
  })
}

/** The root that `m` is in a builder. */
export const fieldsOf = <Payload>(): Fields<Payload> => handleOf({ kind: 'star' }) as Fields<Payload>

/** What `fn` is in a builder: every name is a call of it. */
export const ruleFunctions = new Proxy({} as RuleFunctions, {
  get(_target, name) {
    if (typeof name === 'symbol') return undefined
    return (...args: unknown[]) => handleOf({ kind: 'call', name, arguments: args.filter((arg) => arg !== undefined).map(operandOf) })
  },
})

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
