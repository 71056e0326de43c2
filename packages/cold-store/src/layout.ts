import { coldTables, type ColdTable } from './tables.ts'

/** A file of the bucket, or of a copy of it. */
export interface ColdFile {
  readonly path: string
  readonly table: ColdTable
  /** The day on which its rows arrived. */
  readonly day: string
}

const PATH = new RegExp(`(?:^|/)(${Object.keys(coldTables).join('|')})/day=(\\d{4}-\\d\\d-\\d\\d)/[^/._][^/]*$`)

/**
 * Those of the files that hold rows: `…/{table}/day={day}/{file}`, as in the bucket's `data/`. Names that begin with "." or "_" are hidden,
 * as in Athena.
 */
export function coldFiles(paths: readonly string[]): readonly ColdFile[] {
  return paths.flatMap((path) => {
    const [, table, day] = PATH.exec(path.replaceAll('\\', '/')) ?? []
    // The pattern has the tables' names alone.
    return table === undefined || day === undefined ? [] : [{ path, table: table as ColdTable, day }]
  }).sort((one, other) => (one.day + one.path < other.day + other.path ? -1 : 1))
}
