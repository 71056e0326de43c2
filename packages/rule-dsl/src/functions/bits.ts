import { Decimal } from '../value/decimal.ts'
import { compact, floor, toDecimal } from '../value/number.ts'
import type { SqlNumber } from '../value/value.ts'
import { decimal, fn } from './signature.ts'

/** Rounded down to a whole number of any width, two's complement when negative. */
function bitsOf(value: SqlNumber): bigint {
  const { coefficient, exponent } = toDecimal(floor(value))
  return coefficient * 10n ** BigInt(exponent)
}

const bitwise = (combine: (a: bigint, b: bigint) => bigint) =>
  fn([decimal, decimal], (a, b) => compact(new Decimal(combine(bitsOf(a), bitsOf(b)), 0)))

export const bitFunctions = {
  bitand: bitwise((a, b) => a & b),
  bitnot: fn([decimal], (value) => compact(new Decimal(~bitsOf(value), 0))),
  bitor: bitwise((a, b) => a | b),
  bitxor: bitwise((a, b) => a ^ b),
}
