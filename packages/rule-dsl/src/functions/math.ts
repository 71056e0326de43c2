import { Decimal } from '../value/decimal.ts'
import { calculate, compact, compareNumbers, floor, negate, toDecimal, truncate } from '../value/number.ts'
import type { SqlNumber } from '../value/value.ts'
import { decimal, fn, int } from './signature.ts'

const MAX_PLACES = 34
const ceil = (value: SqlNumber): SqlNumber => negate(floor(negate(value)))
const absolute = (value: SqlNumber): SqlNumber => (compareNumbers(value, 0) < 0 ? negate(value) : value)

/** To the nearest Int, halves away from zero. */
function round(value: SqlNumber): SqlNumber | undefined {
  const half = calculate('+', absolute(value), 0.5, '2016-03-23')
  if (half === undefined) return undefined
  return compareNumbers(value, 0) < 0 ? negate(truncate(half)) : truncate(half)
}

/** Cut to so many places after the point, 0 to 34. */
function cut(value: SqlNumber, places: SqlNumber): SqlNumber {
  const kept = compareNumbers(places, 0) < 0 ? 0 : compareNumbers(places, MAX_PLACES) > 0 ? MAX_PLACES : Number(places)
  const { coefficient, exponent } = toDecimal(value)
  return -exponent <= kept ? value : compact(new Decimal(coefficient / 10n ** BigInt(-exponent - kept), -kept))
}

export const mathFunctions = {
  abs: fn([decimal], absolute),
  ceil: fn([decimal], ceil),
  floor: fn([decimal], floor),
  mod: fn([decimal, decimal], (a, b, { version }) => calculate('%', a, b, version)),
  remainder: fn([decimal, decimal], (a, b, { version }) => calculate('%', a, b, version)),
  round: fn([decimal], round),
  sign: fn([decimal], (value) => Math.sign(compareNumbers(value, 0))),
  trunc: fn([decimal, int], cut),
}
