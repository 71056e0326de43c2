import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generateGaps, generateModel, generateReadme, implemented, iotPlane, jobsPlane } from '../model/generate.ts'
import { storedOnly } from '../model/stored-only.ts'
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
    expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toBe(generateReadme())
  })
  it('has as stored only what is here, once, and nothing of jobs, provisioning, commands, packages and streams', () => {
    const names = storedOnly.flatMap((each) => each.operations)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !Object.hasOwn(operations, name))).toEqual([])
    expect(names.filter((name) => /Job|Provisioning|Registration|Command|Package|Stream|Transfer/.test(name))).toEqual([])
  })
  it.each(iotPlane.model.operations.map(({ name, method, uri }) => ({ name, method, uri })))('routes $name', ({ name, method, uri }) => {
    const url = new URL(`https://iot${uri.replaceAll(/\{\w+\+?\}/g, 'some-name')}`)
    expect(matchRoute(method, url)?.name).toBe(name)
  })
})
