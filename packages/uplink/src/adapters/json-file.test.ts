import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import * as z from 'zod'
import { jsonFile } from './json-file.ts'

/** A file of this text, or none, in a folder of its own. */
function fileOf(text?: string) {
  const dir = mkdtempSync(join(tmpdir(), 'keg-file-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  const path = join(dir, 'state.json')
  if (text !== undefined) writeFileSync(path, text)
  return { dir, path, text: () => readFileSync(path, 'utf8') }
}

const schema = z.strictObject({ ml: z.int() })
const upgrade = (value: unknown, from: number) =>
  (from === 0 ? { ml: value } : { ml: z.object({ litres: z.number() }).parse(value).litres * 1_000 })

it.each([false, true])('writes its schema number and the value, and nothing else stays (durable: %s)', (durable) => {
  const { dir, path, text } = fileOf()
  const file = jsonFile(path, { schema, version: 3, durable })
  expect(file.read()).toBeUndefined()
  file.write({ ml: 4 })
  file.write({ ml: 5 })
  expect(text()).toBe('{"schema":3,"value":{"ml":5}}')
  expect(readdirSync(dir)).toEqual(['state.json'])
  expect(jsonFile(path, { schema, version: 3 }).read()).toEqual({ ml: 5 })
})

it.each([
  ['without a number', '830', { ml: 830 }],
  ['of an older schema', '{"schema":1,"value":{"litres":2}}', { ml: 2_000 }],
  ['of this schema', '{"schema":2,"value":{"ml":7}}', { ml: 7 }],
])('opens a file %s', (_, text, value) => {
  expect(jsonFile(fileOf(text).path, { schema, version: 2, upgrade }).read()).toEqual(value)
})

it('reads an older value as it is where nothing upgrades it', () => {
  expect(jsonFile(fileOf('{"ml":7}').path, { schema, version: 2 }).read()).toEqual({ ml: 7 })
})

it.each([
  ['a newer schema', '{"schema":9,"value":{"ml":7}}', { code: 'NEWER_SCHEMA', foundSchema: 9, newestSchema: 2 }],
  ['an empty file', '', { code: 'CORRUPT' }],
  ['half a file', '{"schema":2,"val', { code: 'CORRUPT' }],
  ['what the schema refuses', '{"schema":2,"value":{"ml":"7"}}', { code: 'CORRUPT' }],
  ['what can not be upgraded', '{"schema":1,"value":{}}', { code: 'CORRUPT' }],
])('refuses %s by name, and leaves it as it is even when it is written to', (_, text, error) => {
  const it = fileOf(text)
  const file = jsonFile(it.path, { schema, version: 2, upgrade })
  const refusal = expect.objectContaining({ ...error, path: it.path, message: expect.stringContaining(it.path) })
  for (const use of [() => file.read(), () => file.write({ ml: 1 }), () => file.write({ ml: 1 })]) expect(use).toThrow(refusal)
  expect(it.text()).toBe(text)
})

it('leaves the old file where the disk does not take the new one', () => {
  const { path, text } = fileOf('{"schema":1,"value":{"ml":7}}')
  const file = jsonFile(path, { schema, version: 1 })
  expect(() => file.write({ ml: 1n as never })).toThrow(TypeError)
  expect(text()).toBe('{"schema":1,"value":{"ml":7}}')
})
