import { DatabaseError } from './database-place.ts'

/** SQLite's result codes that say that the file is not what was written: CORRUPT, NOTADB. */
const CORRUPT: ReadonlySet<number> = new Set([11, 26])
/** At opening alone: ERROR is a table that is not there. */
const CORRUPT_AT_OPENING: ReadonlySet<number> = new Set([1, ...CORRUPT])
const PRIMARY_CODE = 0xff

/** Does what asks SQLite; what SQLite throws becomes a {@link DatabaseError}. */
export function asFault<Value>(file: string, work: () => Value, opening = false): Value {
  try {
    return work()
  } catch (error) {
    // An integer that JavaScript can't hold: nothing of ours writes one.
    if (error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE')
      throw new DatabaseError('CORRUPT', `${file}: ${error.message}`, { cause: error })
    if (!(error instanceof Error && 'errcode' in error)) throw error
    const corrupt = opening ? CORRUPT_AT_OPENING : CORRUPT
    const fault = corrupt.has(Number(error.errcode) & PRIMARY_CODE) ? 'CORRUPT' : 'DISK'
    throw new DatabaseError(fault, `${file}: ${error.message}`, { cause: error })
  }
}
