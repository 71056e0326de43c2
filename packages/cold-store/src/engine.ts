/** A value of a row: whole numbers that are too large for JavaScript, times and all that has no type of JSON's are text. */
export type ColdValue = string | number | boolean | null

/** What a query answers. */
export interface ColdRows {
  readonly columns: readonly { readonly name: string; readonly type: 'number' | 'boolean' | 'text' }[]
  readonly rows: readonly (readonly ColdValue[])[]
}

/**
 * Who asks the cold store: Athena, or DuckDB over a copy of the bucket. The same SQL has the same rows in both, but for what their dialects
 * differ in.
 */
export interface ColdEngine {
  /** Rejects with {@link ColdStoreError}. */
  query(sql: string): Promise<ColdRows>
  close(): Promise<void>
}

/**
 * Why a query has no rows. `QUERY_FAILED`: the engine refused it; `NO_DATA`: there is nothing to ask; `ENGINE_MISSING`: what asks is not
 * installed.
 */
export class ColdStoreError extends Error {
  override readonly name = 'ColdStoreError'
  readonly code: 'QUERY_FAILED' | 'NO_DATA' | 'ENGINE_MISSING'
  constructor(code: ColdStoreError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const NUMBER = /^(?:tinyint|smallint|u?integer|int|u?bigint|hugeint|double|float|real)$/

/** The kind of value that an engine's type is. */
export const kindOf = (type: string): ColdRows['columns'][number]['type'] =>
  NUMBER.test(type.toLowerCase()) ? 'number' : type.toLowerCase() === 'boolean' ? 'boolean' : 'text'

/** A value of that kind, from what an engine wrote. */
export function valueOf(kind: ColdRows['columns'][number]['type'], written: unknown): ColdValue {
  if (written === null || written === undefined) return null
  if (kind === 'boolean') return String(written) === 'true'
  const text = typeof written === 'object' ? JSON.stringify(written) : String(written)
  if (kind === 'text') return text
  const number = Number(text)
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number))
  return isExact ? number : text
}
