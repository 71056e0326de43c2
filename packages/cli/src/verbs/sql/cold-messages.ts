import { coldFiles, type ColdFile, type ColdValue } from '@keg/cold-store'
import { rowsOfFile } from '@keg/cold-store/duckdb'
import { messageOfCase } from '@keg/rule-dsl/testing'
import type { StoredMessage } from '@keg/rule-dsl'
import { randomUUID } from 'node:crypto'
import { join, relative } from 'node:path'

/** Of names in a folder, the files of the cold store. */
export const coldFilesIn = (directory: string, names: readonly string[]): readonly ColdFile[] =>
  coldFiles(names.map((name) => join(directory, name)))

/**
 * Rows of the cold store as the messages that they were, day by day. A row does not tell its message's version: it is of the first, as the
 * table is.
 */
export async function* coldMessages(files: readonly ColdFile[], directory: string): AsyncGenerator<StoredMessage> {
  for (const file of files) {
    const { columns, rows } = await rowsOfFile(file)
    for (const [index, row] of rows.entries()) {
      const members = Object.fromEntries(
        columns.flatMap(({ name }, at) => (row[at] === null || row[at] === undefined ? [] : [[name, row[at]] as const])),
      )
      yield { place: `${relative(directory, file.path)}:${index + 1}`, ...messageOf(members, file.table) }
    }
  }
}

function messageOf(
  { siteId, kegId, receivedAtMs, ...members }: Readonly<Record<string, ColdValue>>, table: string,
): Omit<StoredMessage, 'place'> {
  const row = {
    topic: `keg/${siteId}/${kegId}/${table}`, payload: { v: 1, ...members },
    ...(typeof receivedAtMs === 'number' ? { nowMs: receivedAtMs } : {}),
  }
  return messageOfCase(row, { random: Math.random, newId: randomUUID })
}
