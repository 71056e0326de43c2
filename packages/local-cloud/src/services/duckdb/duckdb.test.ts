import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { asFailure } from '../athena/query-failure.ts'
import { DuckDbEngine } from './duckdb.ts'

const logged: string[] = []
const log = (text: string) => void logged.push(text)
const engine = new DuckDbEngine({ log })
const place = mkdtempSync(join(tmpdir(), 'keg-duckdb-'))

afterAll(async () => {
  await engine.close()
  rmSync(place, { recursive: true })
})

it('answers columns and rows, numbers that are too large for JavaScript as text', async () => {
  const duckDb = await engine.open()
  expect(await duckDb.run('SELECT 1 AS a, 9007199254740993 AS b')).toEqual({
    columns: [{ name: 'a', type: 'INTEGER' }, { name: 'b', type: 'BIGINT' }], rows: [[1, '9007199254740993']],
  })
  await duckDb.close()
})

it('ends what runs, and runs nothing more', async () => {
  const duckDb = await engine.open()
  const endless = duckDb.run('SELECT count(*) FROM range(100000) a, range(10000000) b WHERE a.range * b.range % 7 = 3')
  duckDb.interrupt()
  await expect(endless).rejects.toThrow('INTERRUPT')
  await expect(duckDb.run('SELECT 1')).rejects.toThrow('Interrupted')
  await duckDb.close()
})

it('says which package is missing', async () => {
  await using missing = Object.assign(new DuckDbEngine({ log, packageName: '@duckdb/missing' }), {
    [Symbol.asyncDispose]: () => missing.close(),
  })
  const error = await missing.require().catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'ENGINE_MISSING', message: expect.stringContaining('npm install @duckdb/node-api') })
  await expect(missing.open()).rejects.toMatchObject({ code: 'ENGINE_MISSING' })
  expect(asFailure(error).message).toMatch(/^ENGINE_MISSING: /)
})

it('reads and writes its own folder alone, and can\'t be told otherwise', async () => {
  const [folder, secret] = [mkdtempSync(join(place, 'own-')), join(place, 'secret')]
  for (const [ending, text] of [['json', '{"a":1}'], ['csv', 'a\n1'], ['txt', 'x']]) writeFileSync(`${secret}.${ending}`, text ?? '')
  const duckDb = await engine.open({ folder, settings: ['SET TimeZone = \'UTC\''] })
  await duckDb.run(`COPY (SELECT 1 AS a) TO '${folder}/own.parquet' (FORMAT parquet)`)
  expect((await duckDb.run(`SELECT a FROM '${folder}/own.parquet'`)).rows).toEqual([[1]])
  const refused = [
    `SELECT * FROM "${secret}.json"`, `SELECT * FROM '${place}/*.json'`, `SELECT * FROM '${folder}/../secret.json'`,
    `SELECT * FROM '${secret}.csv'`, `SELECT * FROM read_csv('${secret}.txt')`, `SELECT * FROM read_text('${secret}.txt')`,
    `SELECT * FROM glob('${place}/*')`, `COPY (SELECT 1) TO '${place}/out.csv'`, `ATTACH '${place}/out.db'`,
    'SELECT * FROM \'https://127.0.0.1:1/x.csv\'', 'INSTALL httpfs', 'LOAD httpfs', 'SET enable_external_access = true',
    'SET memory_limit = \'100GB\'', `SET allowed_directories = ['${place}']`, 'RESET lock_configuration',
  ]
  for (const sql of refused)
    await expect(duckDb.run(sql), sql).rejects.toThrow(/disabled by configuration|disabled through configuration|locked|Cannot/)
  await duckDb.close()
})

it('ends what takes too much memory or too long, says why, and goes on in another process', { timeout: 60_000 }, async () => {
  const small = new DuckDbEngine({ log, memoryMb: 80, timeoutMs: 15_000 })
  const [first, second] = [await small.open(), await new DuckDbEngine({ log, timeoutMs: 300 }).open()]
  await expect(first.run('SELECT length(repeat(\'x\', 2000000000))')).rejects.toMatchObject({ name: 'EngineEnded', reason: 'memory' })
  await first.close()
  const next = await small.open()
  expect((await next.run('SELECT 1')).rows).toEqual([[1]])
  await next.close()
  await small.close()
  await expect(second.run('WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t'))
    .rejects.toMatchObject({ name: 'EngineEnded', reason: 'time' })
  await second.close()
})
