import { RunFailure } from '../fault/run-failure.ts'
import { writeJson } from './json.ts'
import { isNumber } from './number.ts'
import type { SqlValue } from './value.ts'

/** The most that a rule makes of a message: UTF-16 units of one text, bytes of its output. A message itself has at most 128 KB. */
export const MAX_MADE = 512 * 1024

/** Fails the rule where a text of this many UTF-16 units would be too large to make. */
export function checkMade(length: number, what = 'A text'): void {
  if (length > MAX_MADE)
    throw new RunFailure('FUNCTION_FAILED', `${what} would be larger than ${MAX_MADE} characters: a rule makes no more of a message.`)
}

/** The JSON text of a value, which fails the rule where it would be too large. */
export function writeChecked(value: SqlValue, what?: string): string {
  checkMade(leastLength(value, 0), what)
  const text = writeJson(value)
  checkMade(text.length, what)
  return text
}

/**
 * No more than the value's JSON text has characters, counted on from `length` until that is too large. A value may hold another many times.
 */
function leastLength(value: SqlValue, length: number): number {
  if (typeof value === 'string') return length + value.length + 2
  if (typeof value !== 'object' || value === null || isNumber(value)) return length + 1
  let sum = length + 2
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && sum <= MAX_MADE; index += 1) sum = leastLength(value[index], sum + 1)
    return sum
  }
  for (const [name, member] of Object.entries(value)) {
    if (sum > MAX_MADE) return sum
    if (member !== undefined) sum = leastLength(member, sum + name.length + 3)
  }
  return sum
}
