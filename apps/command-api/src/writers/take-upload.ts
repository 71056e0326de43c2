import { applySettings, resultsOfGone, resultsSoFar, type ApplyPorts } from './apply-settings.ts'
import { replacedResultKey, resultFile, resultKey, type RowResult } from './result-file.ts'
import { readSettingsFile, sizeProblem, type SettingsFile } from './settings-file.ts'
import type { Upload } from './upload-event.ts'

/** The bucket of uploads. */
export interface UploadFiles {
  /** The bytes of an upload; `undefined` where it is gone, or another file has taken its place. */
  read(upload: Upload): Promise<Uint8Array | undefined>
  write(bucket: string, key: string, text: string): Promise<void>
}

export interface UploadPorts extends ApplyPorts {
  readonly files: UploadFiles
}

/** What became of an upload: how many rows by outcome; `gone`, there is nothing to read any more, and nothing of it was done. */
export type TakenUpload = Readonly<Record<string, number>> | 'gone'

/**
 * Applies a file of settings, a change for each row, and writes what became of every row beside it. A file that is none of settings changes
 * nothing, and its results say why. Rejects where it has to be told again: then it goes on where it was. Where another file has taken its
 * place meanwhile, it goes on no more, and results beside those of the other say what was done.
 */
export const takeUpload = (upload: Upload, ports: UploadPorts): Promise<TakenUpload> =>
  settle(upload, ports, (rows) => applySettings(upload.job, rows, ports))

/** Writes what became of an upload that was given up, with the rows that nobody has come to. */
export const giveUpUpload = (upload: Upload, ports: Pick<UploadPorts, 'files' | 'log'>): Promise<TakenUpload> =>
  settle(upload, ports, (rows) => resultsSoFar(upload.job, rows, ports.log, 'it failed each time; upload the row again'))

/** Of a part that was begun, nobody can tell any more: its kegs were named by the file. */
const REPLACED =
  'the file is gone, or another has taken its place, before this row was known to be done; look at the keg, and upload the row again'

type Rows = Extract<SettingsFile, { ok: true }>['rows']

async function settle(
  upload: Upload, { files, log }: Pick<UploadPorts, 'files' | 'log'>, apply: (rows: Rows) => Promise<RowResult[]>,
): Promise<TakenUpload> {
  const { bucket, key, etag, job } = upload
  const file = await readUpload(upload, files)
  if (file !== undefined) {
    const results = file.ok ? await apply(file.rows) : [{ kegId: '', outcome: 'refused', reason: file.reason } as const]
    return tell(results, bucket, resultKey(key), files)
  }
  const results = await resultsOfGone(job, log, REPLACED)
  return results === undefined ? 'gone' : tell(results, bucket, replacedResultKey(key, etag), files)
}

async function tell(results: readonly RowResult[], bucket: string, key: string, files: UploadFiles): Promise<TakenUpload> {
  await files.write(bucket, key, resultFile(results))
  return Object.fromEntries([...Map.groupBy(results, ({ outcome }) => outcome)].map(([outcome, { length }]) => [outcome, length]))
}

async function readUpload(upload: Upload, files: UploadFiles): Promise<SettingsFile | undefined> {
  // One that is too large is not even read.
  const reason = sizeProblem(upload.size)
  if (reason !== undefined) return { ok: false, reason }
  const bytes = await files.read(upload)
  return bytes && readSettingsFile(bytes)
}
