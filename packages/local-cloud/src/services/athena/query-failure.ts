import { EngineEnded } from '../engine-process/engine-ended.ts'

/** Why a query fails: a code as Athena has it, then what is wrong. */
export class QueryFailure extends Error {
  override readonly name = 'QueryFailure'
  readonly code: QueryFailureCode
  constructor(code: QueryFailureCode, message: string, options?: ErrorOptions) {
    super(`${code}: ${message}`, options)
    this.code = code
  }
}

export type QueryFailureCode =
  | 'SYNTAX_ERROR'
    | 'TABLE_NOT_FOUND'
    | 'SCHEMA_NOT_FOUND'
    | 'COLUMN_NOT_FOUND'
    | 'FUNCTION_NOT_FOUND'
    | 'NOT_SUPPORTED'
    | 'DIVISION_BY_ZERO'
    | 'INVALID_CAST_ARGUMENT'
  | 'EXCEEDED_TIME_LIMIT'
    | 'EXCEEDED_MEMORY_LIMIT'
    | 'CONSTRAINT_VIOLATION'
    | 'INVALID_TABLE_PROPERTY'
    | 'HIVE_BAD_DATA'
    | 'HIVE_CURSOR_ERROR'
    | 'HIVE_UNSUPPORTED_FORMAT'
    | 'ENGINE_MISSING'
    | 'GENERIC_USER_ERROR'
    | 'GENERIC_INTERNAL_ERROR'

/** What DuckDB says, as a failure of Athena's. @see https://docs.aws.amazon.com/athena/latest/ug/error-reference.html */
export function asFailure(error: unknown): QueryFailure {
  if (error instanceof QueryFailure) return error
  if (error instanceof EngineEnded) {
    return new QueryFailure(
      endings[error.reason],
      error.reason === 'time' ? `Query timed out: ${error.message}`
        : error.reason === 'memory' ? `${EXHAUSTED}: ${error.message}`
        : error.message,
      { cause: error },
    )
  }
  const message = error instanceof Error ? error.message : String(error)
  const found = kinds.find(([pattern]) => pattern.test(message))
  return new QueryFailure(found?.[1] ?? 'GENERIC_USER_ERROR', message, { cause: error })
}

const EXHAUSTED = 'Query exhausted resources at this scale factor'
const endings = {
  time: 'EXCEEDED_TIME_LIMIT', memory: 'EXCEEDED_MEMORY_LIMIT', closed: 'GENERIC_INTERNAL_ERROR', gone: 'GENERIC_INTERNAL_ERROR',
} as const

const kinds: readonly (readonly [RegExp, QueryFailureCode])[] = [
  [/@duckdb\/node-api/, 'ENGINE_MISSING'],
  [/^Out of Memory Error/, 'EXCEEDED_MEMORY_LIMIT'],
  [/Division by zero/, 'DIVISION_BY_ZERO'],
  [/^Conversion Error/, 'INVALID_CAST_ARGUMENT'],
  [/^Binder Error: Referenced column/, 'COLUMN_NOT_FOUND'],
  [/Function with name/, 'FUNCTION_NOT_FOUND'],
  [/^(?:Parser|Binder|Catalog) Error/, 'SYNTAX_ERROR'],
]
