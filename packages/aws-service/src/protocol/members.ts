import { isRecord } from '../is-record.ts'
import type { Input } from './protocol.ts'

/** Text; a number is one, too. Absent where it is neither. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** A number, which forms write as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN
  return Number.isNaN(number) ? undefined : number
}

/** A flag, which forms write as text. */
export function flagOf(value: unknown): boolean | undefined {
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
}

/** A list of texts. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item) => textOf(item) ?? []) : []
}

/** A list of objects. */
export function recordsOf(value: unknown): Input[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
