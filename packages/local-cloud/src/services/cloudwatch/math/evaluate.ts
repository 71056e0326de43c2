import { ownMember } from '../../../ground/own-member.ts'
import { MathError, type Expression } from './expression.ts'
import { functions } from './functions.ts'
import { each, isList, isSeries, type MathContext, type MathValue } from './value.ts'

const operators: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right, '-': (left, right) => left - right, '*': (left, right) => left * right,
  '/': (left, right) => left / right, '^': (left, right) => left ** right, '<': (left, right) => Number(left < right),
  '<=': (left, right) => Number(left <= right), '>': (left, right) => Number(left > right), '>=': (left, right) => Number(left >= right),
  '==': (left, right) => Number(left === right), '!=': (left, right) => Number(left !== right),
  '&&': (left, right) => Number(left !== 0 && right !== 0), '||': (left, right) => Number(left !== 0 || right !== 0),
}
const words: Readonly<Record<string, string>> = { AND: '&&', OR: '||' }

/** What an expression comes to. Throws `MathError`. */
export function evaluate(expression: Expression, context: MathContext): MathValue {
  switch (expression.kind) {
    case 'number': return expression.value
    case 'id': return context.value(expression.name)
    case 'text': throw new MathError(`A text stands for no value: "${expression.value}"`)
    case 'list': return expression.items.flatMap((item) => seriesOf(evaluate(item, context)))
    case 'negated': return each(evaluate(expression.of, context), (value) => 0 - value)
    case 'binary': return binary(expression.operator, evaluate(expression.left, context), evaluate(expression.right, context))
    case 'call': return call(expression, context)
  }
}

function call({ name, args }: Extract<Expression, { kind: 'call' }>, context: MathContext): MathValue {
  const run = ownMember(functions, name)
  if (run === undefined) throw new MathError(`The function ${name} is not emulated`)
  return run(args, { ...context, evaluate: (arg) => evaluate(arg, context) })
}

function binary(written: string, left: MathValue, right: MathValue): MathValue {
  const run = ownMember(operators, ownMember(words, written) ?? written)
  if (run === undefined) throw new MathError(`Unexpected '${written}'`)
  const total = (a: number, b: number) => run(a, b)
  if (isList(left)) return left.map((series) => onlySeries(binary(written, series, right)))
  if (isList(right)) return right.map((series) => onlySeries(binary(written, left, series)))
  if (!isSeries(left)) return each(right, (value) => total(left, value))
  if (!isSeries(right)) return each(left, (value) => total(value, right))
  // Only times that both have; what is divided by zero has no value.
  return new Map([...left].flatMap(([atMs, value]) => {
    const other = right.get(atMs)
    const result = other === undefined ? NaN : total(value, other)
    return Number.isFinite(result) ? [[atMs, result] as const] : []
  }))
}

function seriesOf(value: MathValue): ReadonlyMap<number, number>[] {
  if (isList(value)) return [...value]
  return [onlySeries(value)]
}

function onlySeries(value: MathValue): ReadonlyMap<number, number> {
  if (!isSeries(value)) throw new MathError('A list holds time series alone')
  return value
}
