import { isRecord } from '../is-record.ts'
import type { Input } from './protocol.ts'

/** The value as text, if it is text or a number; else `undefined`. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

/** The value as a number, if it is one or a text of one, as in forms; else `undefined`. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : NaN
  return Number.isNaN(number) ? undefined : number
}

/** The value as a boolean, if it is one or a text of one, as in forms; else `undefined`. */
export function flagOf(value: unknown): boolean | undefined {
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined
}

/** The texts in the value, if it is a list; else an empty list. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.flatMap((item) => textOf(item) ?? []) : []
}

/** The objects in the value, if it is a list; else an empty list. */
export function recordsOf(value: unknown): Input[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
