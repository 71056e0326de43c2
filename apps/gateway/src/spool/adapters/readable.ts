import { DatabaseError } from '../../database/database-place.ts'
import { KINDS } from '../spool.ts'

/** The last time that a `Date` has. */
const LAST_MS = 8_640_000_000_000_000
/** Ids rise by one a message: none comes near. */
const LAST_ID = 2 ** 52

/** Rows as they were written; one that no gateway writes shows that the file is corrupt. */
export function checkedRows<Row extends { readonly takenAtMs: number; readonly kind?: string }>(rows: Row[]): Row[] {
  for (const { takenAtMs, kind } of rows) {
    if (takenAtMs > LAST_MS || takenAtMs < 0) throw corrupt(`a message was taken in at ${takenAtMs}`)
    if (kind !== undefined && !Object.hasOwn(KINDS, kind)) throw corrupt(`a message is of kind ${JSON.stringify(kind)}`)
  }
  return rows
}

/** The id of a row. */
export function checkedId(id: number): number {
  if (id < 0 || id > LAST_ID) throw corrupt(`a message has the id ${id}`)
  return id
}

/** The ids that a batch names. */
export function idsOf(text: string): number[] {
  const ids = parsed(text)
  if (!Array.isArray(ids) || !ids.every((id) => Number.isSafeInteger(id))) throw corrupt('a batch names no messages')
  return ids
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const corrupt = (what: string) => new DatabaseError('CORRUPT', `The spool can't be read: ${what}.`)
