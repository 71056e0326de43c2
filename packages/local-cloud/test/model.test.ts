import { brokenConstraints } from '@keg/aws-service'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gapsFile, generateGaps, generateModel, generatePackageGaps, implementedBy, modelFile } from '../model/generate.ts'
import { modelledServices } from '../model/modelled-services.ts'
import type { Model } from '@keg/aws-service'

/** What patterns that go back and forth take for ever to refuse. */
const HOSTILE = ['a', ' ', '/a', '.a', 'a-', 'a,', '$.a[0]', ':', '_', '0', '\t '].map((part) => `${part.repeat(60)}\u0000`)

describe.each(Object.entries(modelledServices))('the generated model of %s', (name, service) => {
  it('is what the installed SDK has', () => {
    expect(readFileSync(modelFile(name), 'utf8')).toBe(generateModel(name, service))
  })
  it('holds every operation that is served', async () => {
    const { operations } = await import(`../src/services/${name}/operations/index.ts`) as {
      operations: readonly { readonly name: string }[]
    }
    expect(operations.map((operation) => operation.name).sort()).toEqual(implementedBy(name))
  })
  it('has patterns that compile', async () => {
    const { model: { constraints } } = await import(modelFile(name).href) as { model: Model }
    for (const constraint of Object.keys(constraints)) expect(() => brokenConstraints(constraints, constraint, 'text')).not.toThrow()
  })
  it('has patterns that end, whatever they are asked', async () => {
    const { model: { constraints } } = await import(modelFile(name).href) as { model: Model }
    for (const constraint of Object.keys(constraints))
      for (const text of HOSTILE) expect(() => brokenConstraints(constraints, constraint, text)).not.toThrow()
  })
  it('is counted in the gaps as it is', () => {
    expect(readFileSync(gapsFile(name), 'utf8')).toBe(generateGaps(name, service))
  })
})

it('KNOWN-GAPS.md is put together from what the services say of themselves', () => {
  expect(readFileSync(new URL('../KNOWN-GAPS.md', import.meta.url), 'utf8')).toBe(generatePackageGaps())
})
