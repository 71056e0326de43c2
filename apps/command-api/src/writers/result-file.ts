/** What became of a row of a file of settings. */
export interface RowResult {
  /** Absent = it is about the file as a whole. */
  readonly row?: number
  readonly kegId: string
  readonly outcome: 'changed' | 'unchanged' | 'refused' | 'no such keg' | 'duplicate row' | 'not done'
  /** Empty where there is none to give. */
  readonly reason: string
}

/**
 * The most characters of a reason, and of a cell that is quoted: those of fifty rows are but a small part of what an item of the log holds.
 */
export const MAX_REASON = 500
export const MAX_QUOTED = 128

/** Where the results of a file are told: `results/a/b.csv` for `settings/a/b.csv`. */
export const resultKey = (key: string): string => key.replace(/^settings\//, 'results/')

/**
 * Where the results are told of a file of which another has taken the place: that one's stand under its name. `results/a/b.replaced-e.csv`
 * for `settings/a/b.csv`.
 */
export const replacedResultKey = (key: string, etag: string): string => `${resultKey(key).replace(/\.csv$/, '')}.replaced-${etag}.csv`

/**
 * The results of a file as a CSV: a line for each row, in order. A cell that a spreadsheet would run as a formula begins with `'`, which
 * makes it a text.
 */
export const resultFile = (results: readonly RowResult[]): string =>
  [
    ['row', 'kegId', 'outcome', 'reason'],
    ...results.map(({ row, kegId, outcome, reason }) => [row === undefined ? '' : String(row), kegId, outcome, reason]),
  ]
    .map((cells) => `${cells.map(harmless).map(quoted).join(',')}\r\n`).join('')

/** @see https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** @see https://owasp.org/www-community/attacks/CSV_Injection */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
