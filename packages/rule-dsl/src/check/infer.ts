import { readNumber } from '../value/number.ts'
import type { CastType, Expression, Nested, Rule, Star } from '../syntax/ast.ts'
import type { SqlValue, SqlVersion } from '../value/value.ts'
import { expressionsOf } from '../functions/function-names.ts'
import { inferBinary } from './infer-operator.ts'
import { inferCall } from './infer-call.ts'
import { anything, type Inferred, known, nothing, only, orUndefined, some, union } from './inferred.ts'
import { choicesOf, formsOf, type JsonSchema, type Kind, kindsOf, memberOfForm } from './schema.ts'

/** Where names are looked up. */
export interface Scope {
  readonly version: SqlVersion
  readonly filter: string | undefined
  /** The payload, or the item of a nested query. */
  readonly root: Inferred
  readonly schema: JsonSchema
  readonly variables: ReadonlyMap<string, Inferred>
  /** The elements of the nested queries around, by their alias; the innermost last. */
  readonly elements: readonly { readonly alias: string | undefined; readonly element: Inferred }[]
  /** Told of a field that the schema lacks. */
  readonly onUnknownField: (name: string, expression: Expression) => void
}

/** What a value of this schema can be. */
function inferSchema(schema: unknown, root: JsonSchema, optional: boolean): Inferred {
  const forms = formsOf(schema, root)
  const choices = forms.map(choicesOf)
  const values = choices.every((choice) => choice !== undefined) ? choices.flatMap((choice) => choice ?? []) : undefined
  return {
    kinds: new Set([...forms.flatMap(kindsOf), ...(optional ? (['undefined'] as const) : [])]),
    forms,
    // JSON values of a schema are values of the language.
    ...(values !== undefined && { values: [...(values as SqlValue[]), ...(optional ? [undefined] : [])] }),
  }
}

const CAST_KINDS: Readonly<Record<CastType, Kind>> = { String: 'string', Boolean: 'boolean', Int: 'number', Decimal: 'number' }

/** What is known of an expression's value before any message is seen. */
export function infer(expression: Expression | Star, scope: Scope): Inferred {
  const part = (inner: Expression | Star) => infer(inner, scope)
  switch (expression.kind) {
    case 'star': return scope.root
    case 'number': return known(readNumber(expression.text, scope.version))
    case 'string': return known(expression.text)
    case 'boolean': return known(expression.value)
    case 'null': return known(null)
    case 'attribute': return inferName(expression, scope)
    case 'variable': return scope.variables.get(expression.name) ?? anything
    case 'member': return member(part(expression.of), expression.name, expression, scope)
    case 'array': return each(expression.items.map(part), some('array'))
    case 'object': return each(expression.members.map(({ value }) => part(value)), some('object'))
    case 'cast': return each([part(expression.value)], orUndefined(CAST_KINDS[expression.type]))
    case 'unary': return inferUnary(expression.operator, part(expression.operand), scope)
    case 'binary': return inferBinary(expression.operator, part(expression.left), part(expression.right), scope.version)
    case 'call': return inferCall(expression, expression.arguments.map(part), scope.filter)
    case 'nested': return inferNested(expression, scope)
    case 'exists': return each([inferNested(expression.query, scope)], some('boolean'))
    case 'case': {
      const subject = part(expression.subject)
      const results = expression.branches.map(({ when, then }) => (part(when), part(then)))
      const otherwise = expression.otherwise === undefined ? some('undefined') : part(expression.otherwise)
      return union([...results, otherwise, ...(subject.kinds.has('undefined') ? [some('undefined')] : [])])
    }
  }
}

/** The parts were looked at for their own sake. */
const each = (_parts: readonly Inferred[], result: Inferred): Inferred => result

function inferUnary(operator: '-' | 'NOT', operand: Inferred, { version }: Scope): Inferred {
  if (operator === '-') return inferBinary('-', known(0), operand, version)
  const value = only(operand)?.value
  if (typeof value === 'boolean') return { ...known(!value), ...(operand.why !== undefined && { why: operand.why }) }
  return operand.kinds.has('boolean') || operand.kinds.has('string')
    ? orUndefined('boolean')
    : nothing(operand.why ?? 'NOT takes a Boolean')
}

function member(of: Inferred, name: string, expression: Expression, { schema, onUnknownField }: Scope): Inferred {
  if (!of.kinds.has('object')) return nothing(of.why ?? `only objects have members, and .${name} is asked of something else`)
  if (of.forms === undefined) return anything
  const found = of.forms.flatMap((form) => (kindsOf(form).includes('object') ? [memberOfForm(form, name)] : []))
  const present = found.filter((one) => one !== undefined)
  if (present.length === 0) {
    onUnknownField(name, expression)
    return nothing(`the message has no field ${name}`)
  }
  const optional = of.kinds.size > 1 || present.length < found.length
  const all = present.map((one) => inferSchema(one.schema, schema, optional || one.optional))
  return all.length === 1 && all[0] !== undefined ? all[0] : { ...union(all), forms: all.flatMap(({ forms = [] }) => forms) }
}

/** As `compileName` of the evaluator looks names up. */
function inferName(expression: Expression & { readonly kind: 'attribute' }, scope: Scope): Inferred {
  const { name } = expression
  const named = scope.elements.findLast(({ alias }) => alias === name)
  if (named === undefined) return member(scope.root, name, expression, scope)
  return named === scope.elements.at(-1) ? named.element : anything
}

function inferNested({ select, from, alias, where }: Nested, scope: Scope): Inferred {
  const source = infer(from, scope)
  const items = source.forms?.flatMap((form) => (kindsOf(form).includes('array') ? formsOf(form['items'], scope.schema) : [form]))
  const root: Inferred = items === undefined ? anything : { kinds: new Set(items.flatMap(kindsOf)), forms: items }
  const inner: Scope = { ...scope, root, elements: [...scope.elements, { alias, element: root }] }
  expressionsOf(select).forEach((part) => infer(part, inner))
  if (where !== undefined) infer(where, inner)
  if (!source.kinds.has('array') && !source.kinds.has('object')) return nothing(source.why ?? 'a nested query reads arrays and objects')
  return source.kinds.has('object') ? anything : orUndefined('array')
}

/** The scope of a rule's own clauses; each variable sees those before it. */
export function scopeOf(rule: Rule, schema: JsonSchema | undefined, onUnknownField: Scope['onUnknownField']): Scope {
  const variables = new Map<string, Inferred>()
  const root = schema === undefined ? anything : inferSchema(schema, schema, false)
  const scope: Scope = { version: rule.version, filter: rule.from, root, schema: schema ?? {}, variables, elements: [], onUnknownField }
  for (const { name, value } of rule.variables) variables.set(name, infer(value, scope))
  return scope
}
