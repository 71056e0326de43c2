import type { CommandParameterValueCondition } from '../model/model.generated.ts'
import type { ParameterType, PlainValue } from './parameter-value.ts'

type Operand = CommandParameterValueCondition['operand']
type Numeric = number | bigint

const NUMERIC: ReadonlySet<ParameterType> = new Set(['INTEGER', 'LONG', 'DOUBLE', 'UNSIGNEDLONG'])
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/

/** Which member of the operand an operator takes for numbers and for strings; absent = it is not for them. */
const OPERANDS: Readonly<Record<string, { readonly numeric: keyof Operand; readonly text?: keyof Operand } | undefined>> = {
  EQUALS: { numeric: 'number', text: 'string' },
  NOT_EQUALS: { numeric: 'number', text: 'string' },
  LESS_THAN: { numeric: 'number' },
  LESS_THAN_EQUALS: { numeric: 'number' },
  GREATER_THAN: { numeric: 'number' },
  GREATER_THAN_EQUALS: { numeric: 'number' },
  IN_SET: { numeric: 'numbers', text: 'strings' },
  NOT_IN_SET: { numeric: 'numbers', text: 'strings' },
  IN_RANGE: { numeric: 'numberRange' },
  NOT_IN_RANGE: { numeric: 'numberRange' },
}

/**
 * Why a condition can't be one for values of this type; `undefined` where it can.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-concepts.html#iot-command-parameter-value-conditions
 */
export function conditionFault({ comparisonOperator, operand }: CommandParameterValueCondition, type: ParameterType): string | undefined {
  if (type === 'BOOLEAN' || type === 'BINARY') return `value conditions are not supported for ${type}`
  const { numeric, text } = OPERANDS[comparisonOperator] ?? {}
  const member = NUMERIC.has(type) ? numeric : text
  if (member === undefined) return `${comparisonOperator} is not supported for ${type}`
  const given = Object.entries(operand).filter(([, value]) => value !== undefined).map(([key]) => key)
  if (given.length !== 1 || given[0] !== member) return `${comparisonOperator} for ${type} takes the operand ${member} alone`
  if (!NUMERIC.has(type)) return undefined
  const bad = numbersOf(operand).find((number) => !NUMBER.test(number))
  if (bad !== undefined) return `${bad} is no number`
  const { numberRange } = operand
  return numberRange !== undefined && read(numberRange.min) > read(numberRange.max)
    ? `the range ends before it begins: ${numberRange.min} to ${numberRange.max}`
    : undefined
}

/** Whether a value satisfies a condition that is one for its type. */
export function satisfies(value: PlainValue, { comparisonOperator, operand }: CommandParameterValueCondition): boolean {
  const { number = '0', numbers, string, strings, numberRange } = operand
  // A double and a bigint compare exactly, but are never `===`.
  const equals = (to: string) => (typeof value === 'string' ? value === to : value == read(to))
  // Texts, booleans and bytes have no other conditions.
  const own = value as Numeric
  switch (comparisonOperator) {
    case 'EQUALS': return equals(string ?? number)
    case 'NOT_EQUALS': return !equals(string ?? number)
    case 'LESS_THAN': return own < read(number)
    case 'LESS_THAN_EQUALS': return own <= read(number)
    case 'GREATER_THAN': return own > read(number)
    case 'GREATER_THAN_EQUALS': return own >= read(number)
    case 'IN_SET': return (strings ?? numbers ?? []).some(equals)
    case 'NOT_IN_SET': return !(strings ?? numbers ?? []).some(equals)
    case 'NOT_IN_RANGE': return !isWithin(own, numberRange)
    default: return isWithin(own, numberRange)
  }
}

const isWithin = (value: Numeric, range: Operand['numberRange']) =>
  range !== undefined && value >= read(range.min) && value <= read(range.max)

const numbersOf = ({ number, numbers = [], numberRange }: Operand): string[] =>
  [...(number === undefined ? [] : [number]), ...numbers, ...(numberRange === undefined ? [] : [numberRange.min, numberRange.max])]

/** Whole numbers are read exactly, whatever their size. */
const read = (text: string): Numeric => (/^-?\d+$/.test(text) ? BigInt(text) : Number(text))
