import { functionCatalog } from '../functions/catalog.ts'
import { RuleError } from '../rule-error.ts'
import type { Call, Expression, Rule, Selection, Star } from '../syntax/ast.ts'

function partsOf(expression: Expression): readonly (Expression | Star)[] {
  switch (expression.kind) {
    case 'member': return [expression.of]
    case 'call': return expression.arguments
    case 'cast': return [expression.value]
    case 'array': return expression.items
    case 'object': return expression.members.map(({ value }) => value)
    case 'unary': return [expression.operand]
    case 'binary': return [expression.left, expression.right]
    case 'nested': return [...expressionsOf(expression.select), expression.from, ...(expression.where === undefined ? [] : [expression.where])]
    case 'case': {
      const branches = expression.branches.flatMap(({ when, then }) => [when, then])
      return [expression.subject, ...branches, ...(expression.otherwise === undefined ? [] : [expression.otherwise])]
    }
    default: return []
  }
}

const expressionsOf = (select: Selection): readonly (Expression | Star)[] =>
  select.kind === 'value' ? [select.value] : select.items.map(({ value }) => value)

function checkCall(call: Call, rule: Pick<Rule, 'version'>): void {
  const since = functionCatalog.get(call.name.toLowerCase())?.since
  if (since === undefined) throw new RuleError('UNKNOWN_FUNCTION', `AWS IoT SQL has no function ${call.name}().`, call.at)
  if (since > rule.version) throw new RuleError('UNKNOWN_FUNCTION', `${call.name}() needs SQL version ${since}.`, call.at)
}

/** Throws RuleError where an expression calls a function that AWS does not document for this SQL version. */
export function checkExpression(expression: Expression | Star, rule: Pick<Rule, 'version'>): void {
  if (expression.kind === 'star') return
  if (expression.kind === 'call') checkCall(expression, rule)
  for (const part of partsOf(expression)) checkExpression(part, rule)
}

/** Every expression of a rule, outer before inner. */
export const expressionsIn = (rule: Rule): Generator<Expression> =>
  expressionsBelow([...rule.variables.map(({ value }) => value), ...expressionsOf(rule.select), ...(rule.where === undefined ? [] : [rule.where])])

/** The expressions and all their parts, outer before inner. */
export function* expressionsBelow(expressions: readonly (Expression | Star)[]): Generator<Expression> {
  const open = [...expressions]
  for (let expression = open.pop(); expression !== undefined; expression = open.pop()) {
    if (expression.kind === 'star') continue
    yield expression
    open.push(...partsOf(expression))
  }
}

/** {@link checkExpression} for a whole rule. */
export function checkFunctionNames(rule: Rule): void {
  for (const { value } of rule.variables) checkExpression(value, rule)
  for (const expression of expressionsOf(rule.select)) checkExpression(expression, rule)
  if (rule.where !== undefined) checkExpression(rule.where, rule)
}
