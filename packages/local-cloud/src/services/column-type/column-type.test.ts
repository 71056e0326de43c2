import { expect, it } from 'vitest'
import { columnType, duckDbType } from './column-type.ts'

// https://docs.aws.amazon.com/athena/latest/ug/data-types.html
it.each([
  ['string', 'VARCHAR'], ['varchar(10)', 'VARCHAR'], ['int', 'INTEGER'], ['INTEGER', 'INTEGER'], ['bigint', 'BIGINT'], ['double', 'DOUBLE'],
  ['float', 'FLOAT'], ['boolean', 'BOOLEAN'], ['timestamp', 'TIMESTAMP'], ['date', 'DATE'], ['decimal(10,2)', 'DECIMAL(10,2)'],
  ['decimal(5)', 'DECIMAL(5,0)'], ['binary', 'BLOB'], ['array<int>', 'INTEGER[]'], ['map<string,double>', 'MAP(VARCHAR, DOUBLE)'],
  [
    'struct<a:int, b:array<struct<c:decimal(4,1),d:map<string,date>>>>',
    'STRUCT("a" INTEGER, "b" STRUCT("c" DECIMAL(4,1), "d" MAP(VARCHAR, DATE))[])',
  ],
])('%s is %s', (text, expected) => {
  expect(duckDbType(columnType(text))).toBe(expected)
})

it.each(['beer', 'array', 'map<string>', 'struct<a>', 'uniontype<int,string>'])('refuses %s', (text) => {
  expect(() => columnType(text)).toThrow(TypeError)
})
