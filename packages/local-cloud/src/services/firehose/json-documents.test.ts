import { expect, it } from 'vitest'
import { jsonDocuments } from './json-documents.ts'

it.each<[string, string[]]>([
  ['{"a":1}{"b":"}{"}\n {"c":{"d":"\\""}}\n', ['{"a":1}', '{"b":"}{"}', '{"c":{"d":"\\""}}']],
  ['', []],
])('finds the objects of %s', (text, expected) => {
  expect(jsonDocuments(text)).toEqual(expected)
})

it.each(['[{"a":1}]', '{"a":1', '{a:1}', 'beer'])('refuses %s', (text) => {
  expect(() => jsonDocuments(text)).toThrow(SyntaxError)
})
