import { trimEnd } from './trim-end.ts'

/** The significant digits that AWS's Int and Decimal carry. */
const PRECISION = 34
/** The greatest exponent of ten of a number that can be calculated with; numbers beyond only pass through. */
export const MAX_EXPONENT = 999
const MAX_PLAIN_LEADING_ZEROS = 6
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/
const MAX_READ_EXPONENT = 9_000_000_000_000_000

/**
 * An exact decimal number, `coefficient × 10^exponent`. It carries as many digits as it was read with; arithmetic rounds to 34.
 *
 * @example Decimal.parse('0.1')  // exactly 0.1: the coefficient 1n times ten to the exponent -1
 */
export class Decimal {
  readonly coefficient: bigint
  readonly exponent: number
  constructor(coefficient: bigint, exponent: number) {
    this.coefficient = coefficient
    this.exponent = exponent
  }

  /** Reads `-12.50`, `1E-999`, `1e+3`; `undefined` for anything else. Trailing zeros are kept. */
  static parse(text: string): Decimal | undefined {
    const match = NUMBER.exec(text)
    if (match === null) return undefined
    const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
    const coefficient = BigInt(whole + fraction)
    const power = Math.max(-MAX_READ_EXPONENT, Math.min(MAX_READ_EXPONENT, Number(exponent)))
    return new Decimal(sign === '-' ? -coefficient : coefficient, power - fraction.length)
  }

  /** Java's `BigDecimal.toString`, except that whole numbers of up to 34 digits print without an exponent. */
  toString(): string {
    const sign = this.coefficient < 0n ? '-' : ''
    const digits = digitsOf(this.coefficient)
    const adjusted = this.exponent + digits.length - 1
    if (this.exponent >= 0 && adjusted < PRECISION) return sign + digits + '0'.repeat(this.exponent)
    if (this.exponent >= 0 || adjusted < -MAX_PLAIN_LEADING_ZEROS) {
      const fraction = digits.length > 1 ? `.${digits.slice(1)}` : ''
      return `${sign}${digits[0]}${fraction}E${adjusted < 0 ? '' : '+'}${adjusted}`
    }
    const padded = digits.padStart(1 - this.exponent, '0')
    return `${sign}${padded.slice(0, this.exponent)}.${padded.slice(this.exponent)}`
  }

  /** Exact in `JSON.stringify`, too. */
  toJSON(): unknown {
    return rawJson(this.toString())
  }
}

// In Node 22, Chrome 114, Firefox 135, Safari 18.4 and later; TypeScript's libraries do not declare it yet.
const rawJson = (text: string): unknown => (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(text)

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)
export const digitsOf = (coefficient: bigint): string => magnitude(coefficient).toString()
/** The exponent of the first digit: 2 for 123.4. */
export const adjustedExponent = (value: Decimal): number => value.exponent + digitsOf(value.coefficient).length - 1

/** The same value without trailing zeros in the coefficient. */
export function stripped(value: Decimal): Decimal {
  if (value.coefficient === 0n) return new Decimal(0n, 0)
  const text = value.coefficient.toString()
  const kept = trimEnd(text, '0')
  return kept.length === text.length ? value : new Decimal(BigInt(kept), value.exponent + text.length - kept.length)
}

/** Rounded to 34 significant digits, halves to even. */
export function rounded(value: Decimal): Decimal {
  const drop = digitsOf(value.coefficient).length - PRECISION
  if (drop <= 0) return value
  const unit = 10n ** BigInt(drop)
  const quotient = value.coefficient / unit
  const twice = magnitude(value.coefficient % unit) * 2n
  const away = twice > unit || (twice === unit && quotient % 2n !== 0n)
  const step = value.coefficient < 0n ? -1n : 1n
  return new Decimal(away ? quotient + step : quotient, value.exponent + drop)
}

/** Both coefficients at one exponent, the smaller of the two. */
export function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; exponent: number } {
  const exponent = Math.min(a.exponent, b.exponent)
  const at = (value: Decimal) => value.coefficient * 10n ** BigInt(value.exponent - exponent)
  return { a: at(a), b: at(b), exponent }
}

/** Negative, zero or positive, as `a` is less than, equal to or greater than `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const sign = (value: Decimal) => (value.coefficient > 0n ? 1 : value.coefficient < 0n ? -1 : 0)
  if (sign(a) !== sign(b) || sign(a) === 0) return sign(a) - sign(b)
  // Far apart is decided by the first digits, so that 1E999999999 never becomes a billion digits.
  const far = adjustedExponent(a) - adjustedExponent(b)
  if (far !== 0) return far * sign(a)
  const pair = aligned(a, b)
  return pair.a < pair.b ? -1 : pair.a > pair.b ? 1 : 0
}

/** Exact up to two guard digits and a sticky one, for {@link rounded} to finish; `undefined` when dividing by zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.coefficient === 0n) return undefined
  const extra = Math.max(0, PRECISION + 2 + digitsOf(b.coefficient).length - digitsOf(a.coefficient).length)
  const numerator = a.coefficient * 10n ** BigInt(extra)
  const quotient = numerator / b.coefficient
  const exponent = a.exponent - b.exponent - extra
  if (numerator % b.coefficient === 0n) return new Decimal(quotient, exponent)
  const sticky = numerator < 0n === b.coefficient < 0n ? 1n : -1n
  return new Decimal(quotient * 10n + sticky, exponent - 1)
}
