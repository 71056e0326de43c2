import { expect, it } from 'vitest'
import { asFailure } from '../athena/query-failure.ts'
import { openDuckDb, requireDuckDb } from './duckdb.ts'

it('answers columns and rows, numbers that are too large for JavaScript as text', async () => {
  const duckDb = await openDuckDb()
  expect(await duckDb.run('SELECT 1 AS a, 9007199254740993 AS b')).toEqual({ columns: [{ name: 'a', type: 'INTEGER' }, { name: 'b', type: 'BIGINT' }], rows: [[1, '9007199254740993']] })
  duckDb.close()
})

it('ends what runs, and runs nothing more', async () => {
  const duckDb = await openDuckDb()
  const endless = duckDb.run('SELECT count(*) FROM range(100000) a, range(10000000) b WHERE a.range * b.range % 7 = 3')
  duckDb.interrupt()
  await expect(endless).rejects.toThrow('INTERRUPT')
  await expect(duckDb.run('SELECT 1')).rejects.toThrow('Interrupted')
  duckDb.close()
})

it('says which package is missing', async () => {
  const missing = async () => { throw new Error('Cannot find package') }
  const error = await requireDuckDb(missing).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code: 'ENGINE_MISSING', message: expect.stringContaining('npm install @duckdb/node-api') })
  await expect(openDuckDb(missing)).rejects.toMatchObject({ code: 'ENGINE_MISSING' })
  expect(asFailure(error).message).toMatch(/^ENGINE_MISSING: /)
})
