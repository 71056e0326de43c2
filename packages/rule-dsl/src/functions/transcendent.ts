import { decimalOf } from '../value/number.ts'
import type { SqlNumber, SqlVersion } from '../value/value.ts'
import { decimal, fn } from './signature.ts'

// AWS documents these as double precision; infinities and NaN are no numbers of the language.
const double = (value: number, version: SqlVersion): SqlNumber | undefined =>
  Number.isFinite(value) ? decimalOf(value + 0, version) : undefined

const one = (calculate: (x: number) => number) => fn([decimal], (x, { version }) => double(calculate(Number(x)), version))
const two = (calculate: (a: number, b: number) => number) =>
  fn([decimal, decimal], (a, b, { version }) => double(calculate(Number(a), Number(b)), version))

export const transcendentFunctions = {
  acos: one(Math.acos),
  asin: one(Math.asin),
  atan: one(Math.atan),
  atan2: two(Math.atan2),
  cos: one(Math.cos),
  cosh: one(Math.cosh),
  exp: one(Math.exp),
  ln: one(Math.log),
  log: one(Math.log10),
  power: two(Math.pow),
  sin: one(Math.sin),
  sinh: one(Math.sinh),
  sqrt: one(Math.sqrt),
  tan: one(Math.tan),
  tanh: one(Math.tanh),
}
