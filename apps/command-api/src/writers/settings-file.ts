import { shortened } from '@keg/message-schemas'
import { levelName, partialSettings, type PartialSettings } from '@keg/message-schemas/keg'
import { parse } from 'csv-parse/sync'
import { MAX_QUOTED, MAX_REASON } from './result-file.ts'

/** What a file can set: what people wish of a keg. Its site is where it stands, and `valveReason` is the keg's own word. */
const SETTABLE = ['targetCelsius', 'valve', 'intervalSec'] as const
const COLUMNS: readonly string[] = ['kegId', ...SETTABLE]
const schema = partialSettings.pick({ targetCelsius: true, valve: true, intervalSec: true })

/** The most rows that a file may have, and the most bytes: more than so many rows can need. */
export const MAX_ROWS = 10_000
export const MAX_BYTES = 2 * 1_024 * 1_024

/** A row of a file: what it wishes of which keg, or why it can't be taken. `row` counts from 1, without the header. */
export interface SettingsRow {
  readonly row: number
  /** As it stands in the file, the beginning of it where it is too long for a keg. */
  readonly kegId: string
  readonly wish: { readonly ok: true; readonly desired: PartialSettings }
    | { readonly ok: false; readonly outcome: 'refused' | 'duplicate row'; readonly reason: string }
}

/** The rows of a file, or why it is none of settings. */
export type SettingsFile = { readonly ok: true; readonly rows: readonly SettingsRow[] } | { readonly ok: false; readonly reason: string }

const refused = (reason: string) => ({ ok: false, reason: shortened(reason, MAX_REASON) }) as const

/** Why a file of this size can't be taken; `undefined` where it can. */
export const sizeProblem = (bytes: number): string | undefined =>
  bytes > MAX_BYTES ? `the file has ${bytes} bytes, and at most ${MAX_BYTES} are taken; split it` : undefined

/**
 * Reads a file of settings: CSV in UTF-8, with a header of `kegId` and settings. What is wrong with one row is told with that row, and
 * never stops another.
 */
export function readSettingsFile(bytes: Uint8Array): SettingsFile {
  const tooLarge = sizeProblem(bytes.length)
  if (tooLarge !== undefined) return refused(tooLarge)
  const records = parseCsv(bytes)
  if (typeof records === 'string') return refused(records)
  const [header = [], ...rows] = records
  const problem = headerProblem(header)
  if (problem !== undefined) return refused(problem)
  if (rows.length > MAX_ROWS) return refused(`the file has more than ${MAX_ROWS} rows; split it`)
  const firstRows = new Map<string, number>()
  return { ok: true, rows: rows.map((cells, index) => readRow(index + 1, cells, header, firstRows)) }
}

/**
 * The records of a CSV, or why it is none. The file is small: it is read as a whole before anything is changed, so that one that ends in a
 * muddle changes nothing.
 */
function parseCsv(bytes: Uint8Array): string[][] | string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'the file is no text in UTF-8; save it as "CSV UTF-8"'
  }
  if (text.includes('\0')) return 'the file is no text; save it as "CSV UTF-8"'
  const separated = separatorProblem(text)
  if (separated !== undefined) return separated
  try {
    // One beyond the last tells that there are too many.
    return parse(text, { bom: true, trim: true, relaxColumnCount: true, skipEmptyLines: true, to: MAX_ROWS + 2 })
  } catch (error) {
    return `the file is no CSV: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Spreadsheets of many countries write another separator than commas. */
function separatorProblem(text: string): string | undefined {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const separates = (separator: string) => {
    const names = first.split(separator).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))
    return names.length > 1 && names.some((name) => COLUMNS.includes(name))
  }
  const found = Object.entries({ ';': '";"', '\t': 'a tab' }).find(([separator]) => separates(separator))
  return found === undefined ? undefined : `the first line has ${found[1]} between its names, and the separator is ","; save the file separated by commas, its first line as ${COLUMNS.join(',')}`
}

function headerProblem(header: readonly string[]): string | undefined {
  if (!header.includes('kegId'))
    return `the first line has no column kegId; it has to name the columns, separated by commas, as ${COLUMNS.join(',')}`
  const unknown = header.filter((name) => !COLUMNS.includes(name))
  if (unknown.length > 0) return `there is no setting ${shortened(unknown.map((name) => JSON.stringify(shortened(name, MAX_QUOTED))).join(', '), 2 * MAX_QUOTED)}; columns are ${COLUMNS.join(', ')}`
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  return twice === undefined ? undefined : `the column ${twice} is there twice`
}

function readRow(row: number, cells: readonly string[], header: readonly string[], firstRows: Map<string, number>): SettingsRow {
  const kegId = cells[header.indexOf('kegId')] ?? ''
  const bad = (reason: string, outcome: 'refused' | 'duplicate row' = 'refused'): SettingsRow =>
    ({ row, kegId: shortened(kegId, MAX_QUOTED), wish: { ok: false, outcome, reason: shortened(reason, MAX_REASON) } })
  if (cells.length !== header.length) return bad(`the row has ${cells.length} cells, the first line ${header.length}`)
  const named = levelName.safeParse(kegId)
  if (!named.success) return bad(`kegId: ${named.error.issues.map(({ message }) => message).join('; ')}`)
  const first = firstRows.get(kegId)
  if (first !== undefined) return bad(`row ${first} is of the same keg`, 'duplicate row')
  firstRows.set(kegId, row)
  const filled = header.flatMap((name, index) =>
    (name === 'kegId' || cells[index] === '' ? [] : [[name, valueOf(name, cells[index] ?? '')] as const]))
  if (filled.length === 0) return bad('there is nothing to set')
  const parsed = schema.safeParse(Object.fromEntries(filled))
  if (!parsed.success) return bad(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  return { row, kegId, wish: { ok: true, desired: parsed.data } }
}

/** A number where one is written; what is none stays text, and is refused as such. */
const valueOf = (name: string, cell: string): unknown => (name !== 'valve' && /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell)
