import type { Expression, Nested, Rule, Selection, SelectItem, Star, Template } from './ast.ts'

// Tightness of binding, as in the grammar; a part that binds looser than its place gets brackets.
const LEVELS: Readonly<Record<string, number>> = {
  OR: 1, AND: 2, NOT: 3, IN: 4, '=': 4, '<>': 4, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6,
}
const COMPARISON = 4
const UNARY = 7
const POSTFIX = 8

function levelOf(expression: Expression): number {
  if (expression.kind === 'binary') return LEVELS[expression.operator] ?? POSTFIX
  if (expression.kind === 'unary') return expression.operator === '-' ? UNARY : (LEVELS['NOT'] ?? POSTFIX)
  return POSTFIX
}

const quote = (text: string) => (text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "''")}'`)

/** An expression where something at least as tight as `level` is asked for. */
function print(expression: Expression | Star, level = 0): string {
  if (expression.kind === 'star') return '*'
  const text = printBare(expression)
  return levelOf(expression) < level ? `(${text})` : text
}

function printBare(expression: Expression): string {
  switch (expression.kind) {
    case 'number': return expression.text
    case 'string': return quote(expression.text)
    case 'boolean': return String(expression.value)
    case 'null': return 'NULL'
    case 'attribute': return expression.name
    case 'variable': return `@${expression.name}`
    case 'member':
      return `${expression.of.kind === 'number' ? `(${expression.of.text})` : print(expression.of, POSTFIX)}.${expression.name}`
    case 'call': return `${expression.name}(${expression.arguments.map((argument) => print(argument)).join(', ')})`
    case 'cast': return `cast(${print(expression.value)} AS ${expression.type})`
    case 'array': return `[${expression.items.map((item) => print(item)).join(', ')}]`
    case 'object': return `{${expression.members.map(({ name, value }) => `${quote(name)}: ${print(value)}`).join(', ')}}`
    case 'nested': return `(${printNested(expression)})`
    case 'exists': return `EXISTS (${printNested(expression.query)})`
    case 'unary': return printUnary(expression)
    case 'binary': return printBinary(expression)
    case 'case': {
      const branches = expression.branches.map(({ when, then }) => ` WHEN ${print(when)} THEN ${print(then)}`).join('')
      return `CASE ${print(expression.subject)}${branches}${expression.otherwise === undefined ? '' : ` ELSE ${print(expression.otherwise)}`} END`
    }
  }
}

function printUnary({ operator, operand }: Expression & { kind: 'unary' }): string {
  if (operator === 'NOT') return `NOT ${print(operand, LEVELS['NOT'])}`
  // Two minus signs side by side begin a comment elsewhere, and are refused here.
  return operand.kind === 'unary' && operand.operator === '-' ? `-(${print(operand)})` : `-${print(operand, UNARY)}`
}

function printBinary({ operator, left, right }: Expression & { kind: 'binary' }): string {
  const level = LEVELS[operator] ?? POSTFIX
  return `${print(left, level === COMPARISON ? level + 1 : level)} ${operator} ${print(right, level + 1)}`
}

const printNested = ({ select, from, alias, where }: Nested): string =>
  `SELECT ${printSelection(select)} FROM ${print(from)}${alias === undefined ? '' : ` AS ${alias}`}${printWhere(where)}`

function printSelection(select: Selection): string {
  if (select.kind === 'value') {
    const text = print(select.value)
    return text.startsWith('-') ? `VALUE (${text})` : `VALUE ${text}`
  }
  return select.items.map(({ value, alias }) => `${printItem(value)}${alias === undefined ? '' : ` AS ${alias.join('.')}`}`).join(', ')
}

const printItem = (value: SelectItem['value']): string => (value.kind === 'spread' ? `${print(value.of)}.*` : print(value))
const printWhere = (where: Expression | undefined) => (where === undefined ? '' : ` WHERE ${print(where)}`)

/**
 * Prints an expression as SQL.
 *
 * @example
 * const { where } = parseRule("SELECT * FROM 'keg/+' WHERE celsius>8")
 * where && printExpression(where)  // celsius > 8
 */
export const printExpression = (expression: Expression): string => print(expression)

/** The text of a substitution template: `keg/${topic(3)}/state`. */
export const printTemplate = (template: Template): string =>
  template.map((part) => (typeof part === 'string' ? part : `\${${print(part)}}`)).join('')

/**
 * The SQL text of a rule, on one line; parsing it gives the same rule again.
 *
 * @example printRule(parseRule("select  * from 'keg/#'"))  // SELECT * FROM 'keg/#'
 */
export function printRule(rule: Rule): string {
  const set = rule.variables.map(({ name, value }) => `@${name} = ${print(value)}`).join(', ')
  const from = rule.from === undefined ? '' : ` FROM ${quoteFilter(rule.from)}`
  return `${set === '' ? '' : `SET ${set} `}SELECT ${printSelection(rule.select)}${from}${printWhere(rule.where)}`
}

const quoteFilter = (filter: string) => `'${filter.replaceAll("'", "''")}'`
