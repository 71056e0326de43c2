import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DuckDbEngine, type DuckDb } from '../duckdb/duckdb.ts'
import { athenaSettings } from './run-select.ts'
import { createTableView } from './table-view.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-table-view-'))
const engine = new DuckDbEngine({ log: () => undefined })
let duckDb: DuckDb
beforeAll(async () => {
  duckDb = await engine.open({ folder, settings: athenaSettings })
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

const read = async (name: string, body: Buffer) => {
  const table = { Name: name, StorageDescriptor: { Columns: [{ Name: 'text', Type: 'string' }] } }
  const partitions = [{ bucket: 'cold', values: [], objects: [{ key: 'pours/1.gz', bytes: body.length }] }]
  await createTableView(duckDb, { database: 'keg', table, partitions, folder, objects: { get: async () => body }, unpackedMax: 1_000 })
  return (await duckDb.run(`SELECT length(text) FROM awsdatacatalog.keg.${name}`)).rows
}

it('reads a gzipped object that is as large as it may be, and none that would fill the memory', async () => {
  expect(await read('fits', gzipSync('x'.repeat(1_000)))).toEqual([['1000']])
  await expect(read('bomb', gzipSync('x'.repeat(1_001))))
    .rejects.toThrow('HIVE_CURSOR_ERROR: Failed to read file s3://cold/pours/1.gz: RangeError')
  await expect(read('beer', Buffer.from('beer')))
    .rejects.toThrow('HIVE_CURSOR_ERROR: Failed to read file s3://cold/pours/1.gz: Error: incorrect header check')
})
