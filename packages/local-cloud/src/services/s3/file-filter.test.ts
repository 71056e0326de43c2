import { expect, it } from 'vitest'
import { contentType } from './content-type.ts'
import { fileFilter } from './file-filter.ts'

// https://docs.aws.amazon.com/cli/latest/reference/s3/index.html#use-of-exclude-and-include-filters
it.each([
  [[], [], 'a.txt', true], [['*'], [], 'a/b.txt', false], [['*'], ['*.txt'], 'a/b.txt', true], [['*'], ['*.txt'], 'a/b.js', false],
  [['assets/*'], [], 'assets/x/y.js', false], [['assets/*'], [], 'index.html', true], [[], ['*.txt'], 'a.js', true],
  [['a?.js'], [], 'ab.js', false], [['a?.js'], [], 'a.js', true], [['[ab].js'], [], 'a.js', false], [['[!ab].js'], [], 'a.js', true],
  [['[!ab].js'], [], 'c.js', false], [['a.js'], [], 'axjs', true], [['(a|b)+$'], [], '(a|b)+$', false], [['**?*'], [], 'a', false],
  [['['], [], '[', false], [['*?*'], [], '', true], [['a*b*'], [], 'acbd', false], [['a*b'], [], 'abc', true], [['[a-c]*'], [], 'b/x', false],
  [['*a*a*a*a*b'], [], 'a'.repeat(300), true],
])('exclude %j, include %j: %s is taken: %s', (exclude, include, name, taken) =>
  expect(fileFilter(exclude, include)(name)).toBe(taken))

it.each([
  ['index.html', 'text/html'], ['assets/index-B2.js', 'text/javascript'], ['a.JSON', 'application/json'], ['font.woff2', 'font/woff2'],
  ['LICENSE', 'binary/octet-stream'], ['index.js.map', 'binary/octet-stream'],
])('%s is %s', (name, type) => expect(contentType(name)).toBe(type))
