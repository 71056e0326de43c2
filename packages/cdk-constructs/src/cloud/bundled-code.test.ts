import { App, Stack } from 'aws-cdk-lib'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { HandlerFunction, type HandlerFunctionProps } from '../index.ts'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'keg-bundles-'))
  writeFileSync(join(dir, 'greet.ts'), "export const greeting: string = 'hello'\nexport const unused = 'never asked for'\n")
  writeFileSync(join(dir, 'a.ts'), "import { greeting } from './greet.ts'\nexport const handler = () => greeting + ' a'\n")
  writeFileSync(join(dir, 'b.ts'), "import { greeting } from './greet.ts'\nexport const handler = () => greeting + ' b'\n")
  writeFileSync(join(dir, 'wrong.ts'), "import { nothing } from './nowhere.ts'\nexport const handler = nothing\n")
})
afterAll(() => rmSync(dir, { recursive: true }))

/** Synthesizes a stack of functions with their bundles; answers the folder. */
function synthesize(outdir: string, functions: Readonly<Record<string, Partial<HandlerFunctionProps>>>): string {
  const app = new App({ outdir: join(dir, outdir), analyticsReporting: false })
  const stack = new Stack(app, 'Stack')
  for (const [name, props] of Object.entries(functions))
    new HandlerFunction(stack, name.toUpperCase(), { entry: join(dir, `${name}.ts`), ...props })
  app.synth()
  return join(dir, outdir)
}
const files = (outdir: string) => readdirSync(outdir, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath, file.name).slice(outdir.length))
  .sort()

it('bundles each handler of a folder on its own, with a source map, the same wherever it is written', () => {
  const [one, other] = ['one', join('deeper', 'other')].map((outdir) =>
    synthesize(outdir, { a: {}, b: { bundling: { sourceMap: false } } })) as [string, string]
  expect(files(other)).toEqual(files(one))
  for (const file of files(one)) expect(readFileSync(join(other, file), 'utf8'), file).toBe(readFileSync(join(one, file), 'utf8'))
  const bundles = files(one).filter((file) => file.endsWith('index.js'))
  const load = createRequire(import.meta.url)
  expect(bundles.map((file) => load(join(one, file)).handler()).sort()).toEqual(['hello a', 'hello b'])
  for (const file of bundles) expect(readFileSync(join(one, file), 'utf8')).not.toContain('never asked for')
  const maps = files(one).filter((file) => file.endsWith('.map'))
  expect(maps.map((file) => JSON.parse(readFileSync(join(one, file), 'utf8')).sourcesContent)).toEqual([undefined])
})

it('bundles a module where it is asked for one', async () => {
  const outdir = synthesize('module', { a: { bundling: { format: 'esm', minify: false } } })
  const { handler } = await import(join(outdir, files(outdir).find((file) => file.endsWith('index.mjs'))!))
  expect(handler()).toBe('hello a')
})

it('refuses a handler that can\'t be bundled at synthesis, together with all else', () => {
  expect(() => synthesize('wrong', { wrong: {}, missing: {} }))
    .toThrow(/\[Stack\/WRONG] entry: [^]*Could not resolve "\.\/nowhere\.ts"[^]*\[Stack\/MISSING] entry: there is no file/)
})
