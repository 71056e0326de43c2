import { expect, it } from 'vitest'
import { parseExact } from '../exact-json/exact-json.ts'
import { columnType } from './column-type.ts'
import { columnJson } from './json-deserializer.ts'

// https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion-concepts.html
it.each([
  ['string', '"a"', '"a"'], ['string', '1.50', '"1.50"'], ['string', '{"a": [1, null]}', '"{\\"a\\":[1,null]}"'],
  ['string', 'null', 'null'], ['int', '2147483647', '2147483647'], ['int', '"12"', '12'],
  ['bigint', '9007199254740993', '9007199254740993'], ['double', '1e3', '1e3'],
  ['decimal(20,2)', '12345678901234567.89', '"12345678901234567.89"'], ['boolean', 'true', 'true'], ['boolean', '"FALSE"', 'false'],
  ['timestamp', '"2017-02-07T15:13:01.39256Z"', '"2017-02-07 15:13:01.39256"'],
  ['timestamp', '"2017-2-7 15:13:01.14"', '"2017-02-07 15:13:01.14"'], ['timestamp', '1518033528', '"2018-02-07 19:58:48.000"'],
  ['timestamp', '1518033528123', '"2018-02-07 19:58:48.123"'], ['timestamp', '1518033528.123', '"2018-02-07 19:58:48.123"'],
  ['date', '"2017-02-07"', '"2017-02-07"'], ['array<int>', '[1, null]', '[1,null]'], ['map<string,double>', '{"a": 1}', '{"a":1}'],
  ['struct<a:int,b:string>', '{"A": 1, "c": 2}', '{"a":1,"b":null}'],
])('%s takes %s as %s', (type, json, expected) => {
  expect(columnJson(columnType(type), parseExact(json))).toBe(expected)
})

it.each([
  ['int', '1.5'], ['int', '2147483648'], ['int', '"beer"'], ['int', 'true'], ['bigint', '9223372036854775808'], ['double', '"cold"'],
  ['boolean', '1'], ['timestamp', '"yesterday"'], ['date', '"2017-13-41"'], ['array<int>', '1'], ['map<string,int>', '[]'],
  ['struct<a:int>', '"a"'],
])('%s does not take %s', (type, json) => {
  expect(() => columnJson(columnType(type), parseExact(json))).toThrow(TypeError)
})

it.each([
  [['millis'], '1518033528123', '"2018-02-07 19:58:48.123"'],
  [["yyyy-MM-dd'T'HH:mm"], '"2018-02-07T19:58"', '"2018-02-07 19:58:00.000"'],
])('reads timestamps by %j', (timestampFormats, json, expected) => {
  expect(columnJson(columnType('timestamp'), parseExact(json), { timestampFormats })).toBe(expected)
})
