import { createDiskSpool, type DiskSpool, type DiskSpoolOptions } from '../disk-spool.ts'
import { sqlitePlace } from './sqlite-place.ts'

export interface SqliteSpoolOptions extends Omit<DiskSpoolOptions, 'place'> {
  /** The database; it is made where there is none. One process alone may have it open. */
  readonly file: string
}

/** Opens the spool in a SQLite file. Throws {@link SpoolError} where the disk fails or a newer gateway wrote it. */
export function openSpool({ file, ...options }: SqliteSpoolOptions): DiskSpool {
  return createDiskSpool({ ...options, place: sqlitePlace(file, () => options.clock.nowMs()) })
}
