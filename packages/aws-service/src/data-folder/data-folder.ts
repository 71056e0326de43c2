import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRecord } from '../is-record.ts'

/** The file in a data folder that says who writes it, and in which format. */
const FORMAT_FILE = 'keg-data.json'
/** Folders were written before they had the file. */
const BEFORE_FORMATS = 0

/** How an emulator recognizes its data folder. */
export interface DataLayout {
  /** The package that writes the folder, as `@keg/local-iot`. */
  readonly writtenBy: string
  /** Goes up with each change that an earlier version would misread. */
  readonly format: number
  /** The earliest format that can still be read; 0 stands for folders without a format file. */
  readonly oldest: number
  /** Names of which a folder without a format file has at least one. */
  readonly knownBy: readonly string[]
}

/**
 * Why a folder can't be used as the data folder of `layout`, with the fix; `undefined` where it can.
 * A folder that is not there, or is empty but for hidden files, can be used. Changes nothing.
 *
 * @example
 * const refusal = dataFolderRefusal('data', { writtenBy: '@keg/local-iot', format: 1, oldest: 0, knownBy: ['state.sqlite'] })
 * if (refusal !== undefined) throw new Error(refusal)
 */
export function dataFolderRefusal(directory: string, layout: DataLayout): string | undefined {
  const folder = resolve(directory)
  const elsewhere = 'Name another folder as the data folder (--data-dir, dataDir).'
  const names = namesIn(folder)
  if (names === undefined) return `${folder} is a file, not a folder. ${elsewhere}`
  if (!names.includes(FORMAT_FILE)) {
    if (isEmpty(names)) return undefined
    const isOurs = layout.knownBy.some((name) => names.includes(name))
    if (isOurs) return formatRefusal(folder, BEFORE_FORMATS, layout)
    return `${folder} is no data folder of ${layout.writtenBy}, and it is not empty. ${elsewhere}`
  }
  const found = read(join(folder, FORMAT_FILE))
  if (found === undefined) {
    const wanted = `{"format":1,"writtenBy":"${layout.writtenBy}"}, or a later format`
    return `${join(folder, FORMAT_FILE)} is not readable: it must hold ${wanted}. Restore it. ${elsewhere}`
  }
  if (found.writtenBy === layout.writtenBy) return formatRefusal(folder, found.format, layout)
  return `${folder} is the data folder of ${found.writtenBy}, not of ${layout.writtenBy}. ${elsewhere}`
}

/**
 * Makes the folder, for its owner alone, and marks it with the layout's format. Call it once {@link dataFolderRefusal} has nothing to say.
 *
 * @example
 * markDataFolder('data', { writtenBy: '@keg/local-iot', format: 1, oldest: 0, knownBy: ['state.sqlite'] })
 */
export function markDataFolder(directory: string, { format, writtenBy }: DataLayout): void {
  const file = join(directory, FORMAT_FILE)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const found = namesIn(directory)?.includes(FORMAT_FILE) === true ? read(file) : undefined
  if (found?.format === format) return
  // Renamed into place: a process that is killed here leaves the whole file or none.
  // The name of the draft is hidden, so that a folder with nothing else counts as empty.
  const draft = join(directory, `.${FORMAT_FILE}.${process.pid}`)
  writeFileSync(draft, `${JSON.stringify({ format, writtenBy })}\n`, { mode: 0o600 })
  renameSync(draft, file)
}

/** Names in a folder, none where there is no such folder; `undefined` where a file is in its place. */
function namesIn(folder: string): readonly string[] | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return []
  return found.isDirectory() ? readdirSync(folder) : undefined
}

/** Whether there is nothing but hidden files, and what the file system itself puts at the root of a volume. */
function isEmpty(names: readonly string[]): boolean {
  return names.every((name) => name.startsWith('.') || name === 'lost+found')
}

function formatRefusal(folder: string, found: number, { format, oldest, writtenBy }: DataLayout): string | undefined {
  if (found >= oldest && found <= format) return undefined
  const reads = oldest === format ? `format ${format}` : `formats ${oldest} to ${format}`
  const version = found > format ? `Update ${writtenBy}` : `Use an earlier version of ${writtenBy}`
  const fix = `${version}, or name another data folder (--data-dir, dataDir).`
  return `${folder} holds data of format ${found}; this version of ${writtenBy} reads ${reads}. ${fix}`
}

/** What a format file says; `undefined` for what is none. */
function read(file: string): { readonly format: number; readonly writtenBy: string } | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (!isRecord(content)) return undefined
    const { format, writtenBy } = content
    const isFormat = typeof format === 'number' && Number.isSafeInteger(format) && format > 0
    return isFormat && typeof writtenBy === 'string' ? { format, writtenBy } : undefined
  } catch {
    return undefined
  }
}
