import { afterAll, beforeAll, expect, it } from 'vitest'
import { DuckDbEngine, type DuckDb } from '../duckdb/duckdb.ts'
import { parseQuery } from './syntax-tree.ts'
import { translatedQuery } from './translated-query.ts'

const engine = new DuckDbEngine({ log: () => undefined })
let duckDb: DuckDb
beforeAll(async () => {
  duckDb = await engine.open()
})
afterAll(async () => {
  await duckDb.close()
  await engine.close()
})

const secret = '/home/you/secret.json'
const trick = `WITH x AS (WITH "${secret}" AS (SELECT 1) SELECT 1)`

// https://trino.io/docs/current/sql/select.html#with-clause
it.each<[string, string[]]>([
  ['SELECT * FROM pours', ['keg.pours']],
  ['WITH pours AS (SELECT 1) SELECT * FROM pours', []],
  ['WITH a AS (SELECT 1), b AS (SELECT * FROM a) SELECT * FROM b JOIN A ON true', []],
  ['WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a', ['keg.b']],
  ['WITH pours AS (SELECT * FROM pours) SELECT * FROM pours', ['keg.pours']],
  ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT * FROM t', []],
  ['WITH a AS (SELECT 1) SELECT (SELECT max(1) FROM a), x FROM (SELECT 1 AS x FROM a) WHERE EXISTS (SELECT 1 FROM a) UNION SELECT 1, 2 FROM a', []],
  ['WITH a AS (SELECT 1) SELECT * FROM keg.a', ['keg.a']],
  ['SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) JOIN a ON true', ['keg.a']],
  ['SELECT 1 WHERE 1 IN (WITH a AS (SELECT 1) SELECT * FROM a) OR 1 IN (SELECT 1 FROM a)', ['keg.a']],
  [`${trick} SELECT * FROM "${secret}"`, [`keg.${secret}`]],
  [`${trick} SELECT * FROM x JOIN "${secret}" ON true`, [`keg.${secret}`]],
  [`${trick} SELECT (SELECT count(*) FROM "${secret}")`, [`keg.${secret}`]],
  ['WITH x AS (WITH "/home/you/*.json" AS (SELECT 1) SELECT 1) SELECT * FROM "/home/you/*.json"', ['keg./home/you/*.json']],
  ['WITH x AS (WITH "/a.csv" AS (SELECT 1) SELECT 1) SELECT * FROM "/a.csv" UNION ALL SELECT 1', ['keg./a.csv']],
  [
    'WITH x AS (WITH "https://example.com/x.csv" AS (SELECT 1) SELECT 1) SELECT * FROM "https://example.com/x.csv"',
    ['keg.https://example.com/x.csv'],
  ],
])('%s reads %j', async (sql, tables) => {
  const read = translatedQuery(await parseQuery(duckDb, sql), 'keg').tables
  expect(read.map(({ database, table }) => `${database}.${table}`)).toEqual(tables)
})
