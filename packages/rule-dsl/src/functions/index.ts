import { absenceFunctions } from './absence.ts'
import { bitFunctions } from './bits.ts'
import { contextFunctions } from './context.ts'
import { encodingFunctions } from './encoding.ts'
import { externalFunctions } from './external.ts'
import { hashFunctions } from './hash.ts'
import { jsonFunctions } from './json.ts'
import { mathFunctions } from './math.ts'
import { PROTO_ARGUMENTS } from './proto-arguments.ts'
import { randomFunctions } from './random.ts'
import { regexpFunctions } from './regexp.ts'
import type { SqlFunction } from './signature.ts'
import { stringFunctions } from './string.ts'
import { timeFunctions } from './time.ts'
import { transcendentFunctions } from './transcendent.ts'

const families = {
  ...absenceFunctions,
  ...bitFunctions,
  ...contextFunctions,
  ...encodingFunctions,
  ...externalFunctions,
  ...hashFunctions,
  ...jsonFunctions,
  ...mathFunctions,
  ...randomFunctions,
  ...regexpFunctions,
  ...stringFunctions,
  ...timeFunctions,
  ...transcendentFunctions,
} as const

/** The functions that this package evaluates, by their name in lower case. */
export const functions: ReadonlyMap<string, SqlFunction> = new Map(Object.entries(families))

/** The function that a call of this name and number of arguments runs. */
export function functionOf(
  { name, arguments: given }: { readonly name: string; readonly arguments: readonly unknown[] },
): SqlFunction | undefined {
  const key = name.toLowerCase()
  return functions.get(key === 'decode' && given.length === PROTO_ARGUMENTS ? 'decode proto' : key)
}
