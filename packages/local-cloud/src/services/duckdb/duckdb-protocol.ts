/** What a statement answers: columns with DuckDB's types, values as JSON has them. */
export interface DuckDbResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly unknown[])[]
}

/** What DuckDB's process is asked. */
export type DuckDbQuestion =
  | { readonly kind: 'load' }
  /** `settings`: statements that run before the configuration is locked; absent `folder`: no file is read or written. */
  | { readonly kind: 'open'; readonly folder: string | undefined; readonly memoryMb: number; readonly settings: readonly string[] }
  | { readonly kind: 'run'; readonly sql: string }
  | { readonly kind: 'close' }
