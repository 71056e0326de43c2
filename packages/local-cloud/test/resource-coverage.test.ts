import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ResourceTypes } from '../src/services/resource-types.ts'

const resourceTypes = await new ResourceTypes().loadAll()

/**
 * How a type is known to work: by a test that has it in a template, as `by` says, and asks an SDK client; or not at all, as it does nothing
 * on purpose; `refused`: the test has it refused with the reason.
 */
type Coverage = { readonly test: string; readonly by: string; readonly refused?: string } | { readonly ignored: string }

// The table's own shape.
const coverage = JSON.parse(readFileSync(join(import.meta.dirname, 'resource-coverage.json'), 'utf8')) as Readonly<Record<string, Coverage>>

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
      expect(text('template-only.test.ts')).toContain(type)
    })
    return
  }
  it(`is run by ${row.test}`, () => {
    expect(existsSync(join(import.meta.dirname, row.test))).toBe(true)
    const source = text(row.test)
    const stacks = [...source.matchAll(/from '\.\/(apps\/[^']+)'/g)].map(([, path = '']) => text(path))
    expect([source, ...stacks].join('')).toContain(row.by)
    expect(source).toMatch(/@aws-sdk\/client-|fetch\(|fetchApi\(/)
  })
})

function text(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
}

/** The file that defines a type. */
function sourceOf(type: string): string {
  const sources = join(import.meta.dirname, '../src/services')
  const files = globSync('*/resources/**/*.ts', { cwd: sources }).map((file) => readFileSync(join(sources, file), 'utf8'))
  return files.find((source) => source.includes(`'${type}'`)) ?? ''
}
