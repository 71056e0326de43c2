import { absenceFunctions } from './absence.ts'
import { bitFunctions } from './bits.ts'
import { contextFunctions } from './context.ts'
import { encodingFunctions } from './encoding.ts'
import { hashFunctions } from './hash.ts'
import { jsonFunctions } from './json.ts'
import { mathFunctions } from './math.ts'
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
  ...hashFunctions,
  ...jsonFunctions,
  ...mathFunctions,
  ...regexpFunctions,
  ...stringFunctions,
  ...timeFunctions,
  ...transcendentFunctions,
} as const

/** The names of the functions that this package evaluates. */
export type FunctionName = keyof typeof families

/** The functions that this package evaluates, by their name in lower case. */
export const functions: ReadonlyMap<string, SqlFunction> = new Map(Object.entries(families))
