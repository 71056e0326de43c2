import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generateGaps, generateModel, implemented, iotPlane, jobsPlane } from '../model/generate.ts'
import { operations } from '../src/operations/index.ts'
import { matchRoute } from '../src/operations/route.ts'

describe('the generated model', () => {
  it.each([iotPlane, jobsPlane])('is what the installed $clients has', (plane) => {
    expect(readFileSync(plane.generated, 'utf8')).toBe(generateModel(plane))
  })
  it('holds every operation that has a file, and the registry registers each', () => {
    expect(Object.keys(operations).sort()).toEqual(implemented(iotPlane))
    for (const [name, { name: own }] of Object.entries(operations)) expect(own).toBe(name)
  })
  it('is counted in KNOWN-GAPS.md as it is', () => {
    const gaps = readFileSync(new URL('../KNOWN-GAPS.md', import.meta.url), 'utf8')
    expect(gaps).toBe(generateGaps())
  })
  it.each(iotPlane.model.operations.map(({ name, method, uri }) => ({ name, method, uri })))('routes $name', ({ name, method, uri }) => {
    const url = new URL(`https://iot${uri.replaceAll(/\{\w+\+?\}/g, 'some-name')}`)
    expect(matchRoute(method, url)?.name).toBe(name)
  })
})
