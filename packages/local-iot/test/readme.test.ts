import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
// Inside the package, so that its own name and its development dependencies are found.
const folder = `${root}.test-results/readme/`
const snippets = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '')
const bin = (name: string) => fileURLToPath(new URL(`../../../node_modules/.bin/${name}`, import.meta.url))

/** What a command says, however it ends. */
const run = async (command: string, args: string[]) => {
  const { stdout } = await promisify(execFile)(bin(command), args, { cwd: root }).catch((error: { stdout: string }) => error)
  return stdout
}

it('has snippets that compile', async () => {
  expect(snippets.length).toBeGreaterThan(5)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}src`, { recursive: true })
  for (const [index, code] of snippets.entries()) writeFileSync(`${folder}src/snippet-${index + 1}.ts`, code)
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.json', include: ['src'] }))
  const errors = (await run('tsc', ['--noEmit', '--checkers', '1', '-p', folder])).split('\n')
  // Errors of the package itself are its own type check's to tell.
  expect(errors.filter((line) => line.startsWith('.test-results'))).toEqual([])
})

it('has a test that passes', async () => {
  const example = snippets.find((code) => code.includes("from 'vitest'")) ?? ''
  mkdirSync(`${folder}test`, { recursive: true })
  writeFileSync(`${folder}test/readme-example.test.ts`, example)
  const config = fileURLToPath(new URL('../../../vitest.config.ts', import.meta.url))
  expect(await run('vitest', ['run', '--config', config, '--root', folder])).toMatch(/1 passed/)
})
