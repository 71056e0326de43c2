import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import { notedTypes } from './noted-types.ts'
import type { Coverage } from './resource-coverage.ts'

beforeAll(() => {
  for (const types of Object.values(notedTypes)) types.clear()
})

/** Fails a file of tests that has not run the resource types that `resource-coverage.json` says it runs. */
// Vitest takes a first argument for fixtures, of which there are none.
// eslint-disable-next-line no-empty-pattern
afterAll(({}, { tasks }) => {
  // Who asks for some of the tests knows that the others do not run.
  if (tasks.some(({ mode }) => mode === 'skip')) return
  const file = relative(import.meta.dirname, expect.getState().testPath ?? '')
  // The table's own shape.
  const table = JSON.parse(readFileSync(join(import.meta.dirname, 'resource-coverage.json'), 'utf8')) as Coverage
  const rows = Object.entries(table).filter(([, row]) => 'test' in row && row.test === file)
  const missing = rows.filter(([type, row]) => !notedTypes['refused' in row ? 'refused' : 'run'].has(type))
  expect(missing.map(([type]) => type), `types that ${file} has in no stack that ran, though resource-coverage.json says so`).toEqual([])
})
