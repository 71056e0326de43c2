/** What became of a row of a file of settings. */
export interface RowResult {
  /** Absent = it is about the file as a whole. */
  readonly row?: number
  readonly kegId: string
  readonly outcome: 'changed' | 'unchanged' | 'refused' | 'no such keg' | 'duplicate row' | 'not done'
  /** Empty where there is none to give. */
  readonly reason: string
}

/** The most characters of a reason: fifty of them are but a small part of what an item of the log holds. */
export const MAX_REASON = 500

/** Where the results of a file are told: `results/a/b.csv` for `settings/a/b.csv`. */
export const resultKey = (key: string): string => key.replace(/^settings\//, 'results/')

/** The results of a file as a CSV: a line for each row, in order. */
export const resultFile = (results: readonly RowResult[]): string =>
  [['row', 'kegId', 'outcome', 'reason'], ...results.map(({ row, kegId, outcome, reason }) => [row === undefined ? '' : String(row), kegId, outcome, reason])]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')

/** @see https://www.rfc-editor.org/rfc/rfc4180#section-2 */
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
