import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { kegApp } from './stacks/keg-app.ts'
import { writeAssembly } from './write-assembly.ts'

const page = fileURLToPath(new URL('testing/page', import.meta.url))
const parent = mkdtempSync(join(tmpdir(), 'keg-assembly-'))
const folder = join(parent, 'cdk.out')
afterAll(() => rmSync(parent, { recursive: true }))
const write = (context: object) => writeAssembly({ folder, inPlace: false }, (outdir) =>
  void kegApp({ outdir, context: { 'aws:cdk:bundling-stacks': [], ...context } }, undefined, page).synth())
const templates = () => readdirSync(folder).filter((name) => name.endsWith('.template.json'))

it('holds the stacks of the last stage alone, and stays as it is where a context is refused', () => {
  write({ stage: 'one' })
  write({ stage: 'two' })
  expect(templates()).toHaveLength(7)
  // What stages share is in one of its own.
  expect(templates().filter((name) => !name.startsWith('Keg-two-'))).toEqual(['Keg-Account.template.json'])
  const before = [readdirSync(folder), readFileSync(join(folder, 'manifest.json'), 'utf8')]
  for (const refused of [{ stge: 'three' }, { stage: 'a-b' }]) expect(() => write(refused)).toThrow(/stge|stage/)
  expect([readdirSync(folder), readFileSync(join(folder, 'manifest.json'), 'utf8')]).toEqual(before)
  expect(readdirSync(parent)).toEqual(['cdk.out'])
})
