import type { CommandParameterValue } from '../model/model.generated.ts'

/** What a parameter's value is in a payload. Whole numbers may be larger than a double is exact for. */
export type PlainValue = string | number | bigint | boolean | Uint8Array

type ValueKey = keyof CommandParameterValue
export type ParameterType = 'STRING' | 'BOOLEAN' | 'INTEGER' | 'LONG' | 'DOUBLE' | 'BINARY' | 'UNSIGNEDLONG'

const TYPES: Readonly<Record<ValueKey, ParameterType>> = {
  S: 'STRING', B: 'BOOLEAN', I: 'INTEGER', L: 'LONG', D: 'DOUBLE', BIN: 'BINARY', UL: 'UNSIGNEDLONG',
}
const RANGES: Readonly<Partial<Record<ParameterType, readonly [least: bigint, most: bigint]>>> = {
  INTEGER: [-(2n ** 31n), 2n ** 31n - 1n],
  LONG: [-(2n ** 63n), 2n ** 63n - 1n],
  UNSIGNEDLONG: [0n, 2n ** 64n - 1n],
}

/** The type of a value and what it holds; a text says what is wrong with it. */
export function readValue(value: CommandParameterValue): { readonly type: ParameterType; readonly plain: PlainValue } | string {
  const given = Object.entries(value).filter(([, member]) => member !== undefined)
  const [first] = given
  if (first === undefined || given.length > 1) return 'must have exactly one of S, B, I, L, D, BIN and UL'
  // The keys are the shape's.
  const key = first[0] as ValueKey
  const type = TYPES[key]
  const plain = type === 'UNSIGNEDLONG' ? BigInt(value.UL ?? '') : (first[1] as PlainValue)
  const range = RANGES[type]
  if (range !== undefined && !isWithin(plain, range)) return `is no ${type}: ${String(plain)}`
  return { type, plain }
}

function isWithin(plain: PlainValue, [least, most]: readonly [bigint, bigint]): boolean {
  if (typeof plain === 'number' && !Number.isInteger(plain)) return false
  const whole = BigInt(plain as number | bigint)
  return whole >= least && whole <= most
}
