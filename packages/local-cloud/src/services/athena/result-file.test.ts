import { expect, it } from 'vitest'
import { csvOf, rowsOfCsv } from './result-file.ts'
import { columnInfo } from './result-type.ts'

it('writes and reads a result', () => {
  const result = {
    columns: ['a', 'b'].map((name) => columnInfo(name, { kind: 'scalar', name: 'VARCHAR' })), rows: [['1', undefined], ['', 'x,"y"\nz']],
  }
  const csv = csvOf(result)
  expect(csv).toBe('"a","b"\n"1",\n"","x,""y""\nz"\n')
  expect(rowsOfCsv(csv)).toEqual([['a', 'b'], ...result.rows])
})
