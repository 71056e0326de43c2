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
  | 'SYNTAX_ERROR' | 'TABLE_NOT_FOUND' | 'SCHEMA_NOT_FOUND' | 'COLUMN_NOT_FOUND' | 'FUNCTION_NOT_FOUND' | 'NOT_SUPPORTED' | 'DIVISION_BY_ZERO' | 'INVALID_CAST_ARGUMENT'
  | 'CONSTRAINT_VIOLATION' | 'INVALID_TABLE_PROPERTY' | 'HIVE_BAD_DATA' | 'HIVE_CURSOR_ERROR' | 'HIVE_UNSUPPORTED_FORMAT' | 'ENGINE_MISSING' | 'GENERIC_USER_ERROR' | 'GENERIC_INTERNAL_ERROR'

/** What DuckDB says, as a failure of Athena's. */
export function asFailure(error: unknown): QueryFailure {
  if (error instanceof QueryFailure) return error
  const message = error instanceof Error ? error.message : String(error)
  const found = kinds.find(([pattern]) => pattern.test(message))
  return new QueryFailure(found?.[1] ?? 'GENERIC_USER_ERROR', message, { cause: error })
}

const kinds: readonly (readonly [RegExp, QueryFailureCode])[] = [
  [/@duckdb\/node-api/, 'ENGINE_MISSING'],
  [/Division by zero/, 'DIVISION_BY_ZERO'],
  [/^Conversion Error/, 'INVALID_CAST_ARGUMENT'],
  [/^Binder Error: Referenced column/, 'COLUMN_NOT_FOUND'],
  [/Function with name/, 'FUNCTION_NOT_FOUND'],
  [/^(?:Parser|Binder|Catalog) Error/, 'SYNTAX_ERROR'],
]
