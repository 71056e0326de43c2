import { afterAll, expect, it } from 'vitest'
import { DuckDbEngine } from '../duckdb/duckdb.ts'
import { columnInfo, resultType } from './result-type.ts'
import { resultText } from './result-value.ts'

const engine = new DuckDbEngine({ log: () => undefined })
afterAll(() => engine.close())

// https://docs.aws.amazon.com/athena/latest/ug/data-types.html
it.each<[string, string, string | undefined]>([
  ['1', 'integer', '1'], ['9007199254740993::BIGINT', 'bigint', '9007199254740993'], ['sum(1)', 'bigint', '1'],
  ['1.50::DECIMAL(10,2)', 'decimal', '1.50'], ['1::DOUBLE', 'double', '1.0'], ['12345678.9::DOUBLE', 'double', '1.23456789E7'],
  ['1e-5::DOUBLE', 'double', '1.0E-5'], ['0.1::FLOAT', 'float', '0.1'], ["'Infinity'::DOUBLE", 'double', 'Infinity'],
  ["'a\"b'", 'varchar', 'a"b'], ["''", 'varchar', ''], ['NULL::VARCHAR', 'varchar', undefined], ['true', 'boolean', 'true'],
  ["DATE '2026-01-02'", 'date', '2026-01-02'], ["TIMESTAMP '2026-01-02 03:04:05.6'", 'timestamp', '2026-01-02 03:04:05.600'],
  ["TIMESTAMPTZ '2026-01-02 03:04:05+00'", 'timestamp with time zone', '2026-01-02 03:04:05.000 UTC'], ['[1, NULL]', 'array', '[1, null]'],
  ["MAP {'a': 1.5::DOUBLE}", 'map', '{a=1.5}'], ["{'a': 1, 'b c': ['x, y']}", 'row', '{a=1, b c=[x, y]}'],
  ["'ab'::BLOB", 'varbinary', '61 62'],
])('%s is %s %s', async (sql, type, expected) => {
  const duckDb = await engine.open({ settings: ['SET TimeZone = \'UTC\''] })
  const { columns, rows } = await duckDb.run(`SELECT ${sql} AS v`)
  await duckDb.close()
  const of = resultType(columns[0]?.type ?? '')
  expect([columnInfo('v', of).Type, resultText(of, rows[0]?.[0])]).toEqual([type, expected])
})
