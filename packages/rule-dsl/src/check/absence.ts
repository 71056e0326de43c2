import type { Expression, Path, Rule, Star } from '../syntax/ast.ts'
import { isPath } from '../syntax/path.ts'
import { printExpression } from '../syntax/print-rule.ts'
import { expressionsIn, expressionsOf, partsOf } from '../functions/function-names.ts'
import type { Diagnostic } from './diagnostic.ts'
import { infer, type Scope } from './infer.ts'
import { isNothing } from './inferred.ts'

/** These make something of a field that is missing. */
const TAKE_ABSENCE = new Set('isundefined isnull nanvl get_or_default'.split(' '))

interface Search {
  readonly scope: Scope
  readonly knowsFields: boolean
  /** Fields that the rule asks `isUndefined` of: whoever wrote it thought of that. */
  readonly guarded: ReadonlySet<string>
  readonly found: Map<string, Diagnostic>
}

/**
 * Warns where a missing field makes an AND or a `<>` Undefined, which people take for false and for true. Without a schema, an AND that
 * WHERE only asks to be true is left alone: for it, Undefined and false are one.
 */
export function checkAbsence(rule: Rule, scope: Scope, knowsFields: boolean): readonly Diagnostic[] {
  const search: Search = { scope, knowsFields, guarded: guardedFields(rule), found: new Map() }
  for (const { value } of rule.variables) look(value, false, search)
  for (const part of expressionsOf(rule.select)) look(part, false, search)
  if (rule.where !== undefined) look(rule.where, true, search)
  return [...search.found.values()]
}

function guardedFields(rule: Rule): ReadonlySet<string> {
  const guarded = new Set<string>()
  for (const expression of expressionsIn(rule)) {
    if (expression.kind !== 'call' || expression.name.toLowerCase() !== 'isundefined') continue
    for (const part of expression.arguments) if (part.kind !== 'star') guarded.add(printExpression(part))
  }
  return guarded
}

/** `asked`: only whether the expression is true matters. */
function look(expression: Expression | Star, asked: boolean, search: Search): void {
  // A nested query has fields of its own.
  if (expression.kind === 'star' || expression.kind === 'nested' || expression.kind === 'exists') return
  if (expression.kind === 'binary') checkOperator(expression, asked, search)
  const joins = expression.kind === 'binary' && (expression.operator === 'AND' || expression.operator === 'OR')
  for (const part of partsOf(expression)) look(part, asked && joins, search)
}

function checkOperator(expression: Expression & { readonly kind: 'binary' }, asked: boolean, search: Search): void {
  const { operator, left, right } = expression
  if (operator === '<>') {
    const field = [left, right].find((side) => isPath(side) && mayBeMissing(side, search))
    if (field !== undefined) warn(field, `is Undefined, not true, for a message without ${printExpression(field)}: write isUndefined(${printExpression(field)}) OR ${printExpression(expression)}`)
  }
  if (operator === 'AND' && (search.knowsFields || !asked)) {
    const field = missingIn(left, search) ?? missingIn(right, search)
    if (field !== undefined) warn(field, `is Undefined for a message without ${printExpression(field)}, also where the other side is false`)
  }
  function warn(field: Expression, what: string): void {
    const key = `${operator} ${printExpression(field)}`
    if (search.found.has(key)) return
    const message = `${operator === 'AND' ? 'This AND' : printExpression(expression)} ${what}.`
    search.found.set(key, { severity: 'warning', code: 'MAY_BE_MISSING', message, ...(field.at !== undefined && { at: field.at }) })
  }
}

/** A field in the expression that a message may lack, which then makes the expression Undefined. */
function missingIn(expression: Expression | Star, search: Search): Path | undefined {
  if (expression.kind === 'star' || expression.kind === 'nested' || expression.kind === 'exists') return undefined
  if (isPath(expression)) return mayBeMissing(expression, search) ? expression : undefined
  if (expression.kind === 'call' && TAKE_ABSENCE.has(expression.name.toLowerCase())) return undefined
  // Reported for itself.
  if (expression.kind === 'binary' && expression.operator === 'AND') return undefined
  for (const part of partsOf(expression)) {
    const field = missingIn(part, search)
    if (field !== undefined) return field
  }
  return undefined
}

function mayBeMissing(path: Path, { scope, guarded }: Search): boolean {
  if (rootOf(path).kind === 'variable' || guarded.has(printExpression(path))) return false
  const inferred = infer(path, scope)
  return inferred.kinds.has('undefined') && !isNothing(inferred)
}

const rootOf = (path: Path): Path => (path.kind === 'member' ? rootOf(path.of) : path)
