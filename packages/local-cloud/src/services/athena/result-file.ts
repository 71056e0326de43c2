import type { ColumnInfo } from './result-type.ts'

/** What a query answers; a value that is NULL is `undefined`. */
export interface QueryResult {
  readonly columns: readonly ColumnInfo[]
  readonly rows: readonly (readonly (string | undefined)[])[]
}

/** A result as the CSV file that Athena writes: all is quoted, and NULL is nothing at all. */
export function csvOf({ columns, rows }: QueryResult): string {
  return [columns.map(({ Name }) => Name), ...rows]
    .map((row) => `${row.map((value) => (value === undefined ? '' : `"${value.replaceAll('"', '""')}"`)).join(',')}\n`)
    .join('')
}

/** The rows of such a file, its header first. */
export function rowsOfCsv(text: string): (string | undefined)[][] {
  const rows: (string | undefined)[][] = []
  let row: (string | undefined)[] = []
  for (const [, quoted, end] of text.matchAll(/(?:"((?:[^"]|"")*)")?(,|\n)/g)) {
    row.push(quoted?.replaceAll('""', '"'))
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

/** What a statement about the catalog answers, as the text file that Athena writes. */
export function textOf({ rows }: QueryResult): string {
  return rows.map((row) => `${row.map((value) => value ?? '').join('\t')}\n`).join('')
}

/** The rows of such a file. */
export function rowsOfText(text: string): string[][] {
  return text.split('\n').slice(0, -1).map((line) => line.split('\t'))
}
