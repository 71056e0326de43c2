import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ResourceTypes } from '../src/services/resource-types.ts'
import type { Coverage } from './resource-coverage.ts'

const resourceTypes = await new ResourceTypes().loadAll()

// The table's own shape.
const coverage = JSON.parse(readFileSync(join(import.meta.dirname, 'resource-coverage.json'), 'utf8')) as Coverage

it('has a row for every type, and no other', () => {
  expect(Object.keys(coverage).sort()).toEqual([...resourceTypes.keys()].sort())
})

describe.each(Object.entries(coverage))('%s', (type, row) => {
  if ('ignored' in row) {
    it('does nothing, for a reason', () => {
      expect(row.ignored).not.toBe('')
      expect(resourceTypes.get(type)?.kept).toBe(false)
      expect(sourceOf(type)).not.toMatch(/\bservices\s*[},.:]/)
      // It is in a template all the same.
      expect(readFileSync(join(import.meta.dirname, 'template-only.test.ts'), 'utf8')).toContain(type)
    })
    return
  }
  // The file itself fails where it does not: setup.ts.
  it(`is run by ${row.test}`, () => {
    expect(existsSync(join(import.meta.dirname, row.test))).toBe(true)
  })
})

/** The file that defines a type. */
function sourceOf(type: string): string {
  const sources = join(import.meta.dirname, '../src/services')
  const files = globSync('*/resources/**/*.ts', { cwd: sources }).map((file) => readFileSync(join(sources, file), 'utf8'))
  return files.find((source) => source.includes(`'${type}'`)) ?? ''
}
