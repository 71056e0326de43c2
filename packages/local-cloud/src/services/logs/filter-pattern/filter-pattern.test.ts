import { expect, it } from 'vitest'
import { filterPattern } from './filter-pattern.ts'

const access = '127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534'
const event = JSON.stringify({
  eventType: 'UpdateTrail', sourceIPAddress: '111.111.111.111', arrayKey: ['value', 'another'],
  objectList: [{ name: 'a', id: 1 }, { name: 'b', id: 2 }], SomeObject: null, flag: true, bandwidth: 1000, latency: 3.5, 'a b': 'blank',
})

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
it.each<[string, string, boolean]>([
  ['', 'anything', true],
  ['ERROR', '[ERROR 400] BAD REQUEST', true],
  ['ERROR', 'ERRORCODE: -1', true],
  ['ERROR', 'error', false],
  ['ERROR ARGUMENTS', '[ERROR] 419 MISSING ARGUMENTS', true],
  ['ERROR ARGUMENTS', '[ERROR] 400', false],
  ['?ERROR ?ARGUMENTS', 'MISSING ARGUMENTS', true],
  ['?ERROR ?ARGUMENTS', 'fine', false],
  ['?ERROR WARN', 'ERROR', false],
  ['"INTERNAL SERVER ERROR"', '[ERROR 500] INTERNAL SERVER ERROR', true],
  ['"INTERNAL SERVER ERROR"', 'INTERNAL ERROR', false],
  ['"say \\"hi\\""', 'they say "hi"', true],
  ['ERROR -ARGUMENTS', '[ERROR 400] BAD', true],
  ['ERROR -ARGUMENTS', '[ERROR 419] MISSING ARGUMENTS', false],
  ['-"MISSING ARGUMENTS"', 'fine', true],
  ['%AUTHORIZ[A-Z]+%', '[ERROR 401] UNAUTHORIZED', true],
  ['{ $.eventType = "UpdateTrail" }', event, true],
  ['{ $.eventType = "Update*" }', event, true],
  ['{ $.eventType = UpdateTrail }', event, true],
  ['{ $.eventType != "UpdateTrail" }', event, false],
  ['{ $.nowhere != "x" }', event, false],
  ['{ $.sourceIPAddress != 123.123.* }', event, true],
  ['{ $.arrayKey[0] = "value" }', event, true],
  ['{ $.arrayKey[0] = "another" }', event, false],
  ['{ $.objectList[1].id = 2 }', event, true],
  ['{ $.SomeObject IS NULL }', event, true],
  ['{ $.eventType IS NULL }', event, false],
  ['{ $.nowhere NOT EXISTS }', event, true],
  ['{ $.flag IS TRUE }', event, true],
  ['{ $.flag IS FALSE }', event, false],
  ['{ $.bandwidth > 75 }', event, true],
  ['{ $.bandwidth = 1e3 }', event, true],
  ['{ $.latency < 3.5 }', event, false],
  ['{ $.latency <= 3.5 && $.bandwidth >= 1000 }', event, true],
  ['{ ($.latency > 5 || $.flag IS TRUE) && $.eventType = * }', event, true],
  ['{ $.latency > 5 || $.flag IS TRUE && $.bandwidth = 1 }', event, false],
  ['{ $.eventType = %Trail$% }', event, true],
  ['{ $.[\'a b\'] = "blank" }', event, true],
  ['{ $.eventType = * }', 'no JSON { $.eventType }', false],
  ['[ip, user, username, timestamp, request, status_code, bytes]', access, true],
  ['[ip, user, username, timestamp, request = *.html*, status_code = 4*, bytes]', access, true],
  ['[ip, user, username, timestamp, request, status_code = 4* && status_code != 404, bytes]', access, false],
  ['[ip, user, username, timestamp, request, status_code = 404 || status_code = 410, bytes > 1000]', access, true],
  ['[..., status_code = 404, bytes]', access, true],
  ['[ip, ..., bytes > 2000]', access, false],
  ['[ip = %127\\.0\\.0\\.[1-9]%, ...]', access, true],
  ['[w1 = ERROR, w2]', 'ERROR one two', false],
])('%s of %s: %s', (pattern, message, expected) => {
  expect(filterPattern(pattern).match(message) !== undefined).toBe(expected)
})

it('extracts what it names', () => {
  expect(filterPattern('{ $.latency = * && $.objectList[0].id = 1 }').match(event)).toEqual({
    '$.latency': '3.5', '$.objectList[0].id': '1',
  })
  expect(filterPattern('[ip, ..., bytes]').match(access)).toEqual({ $ip: '127.0.0.1', $bytes: '1534' })
  expect(filterPattern('{ $.flag IS TRUE }').value(event, '$.bandwidth')).toBe('1000')
})

it.each([
  '{ $.a = 1', '{ a = 1 }', '{ $.a > "x" }', '{ ($.a = 1 }', '{ $.a = 1 && }', '[a, b', '[..., a, ...]', '[a = 1 && b = 2]', 'a.b', '%(a)%',
  '"open',
])('refuses %s', (pattern) => {
  expect(() => filterPattern(pattern)).toThrow(expect.objectContaining({ name: 'FilterPatternError' }))
})
