import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
// Inside the package, so that its own name and its development dependencies are found.
const folder = `${root}.test-results/readme/`

it('has snippets that compile', async () => {
  const snippets = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '')
  expect(snippets.length).toBeGreaterThan(2)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, code] of snippets.entries()) writeFileSync(`${folder}snippet-${index + 1}.ts`, code)
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'] }))
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url))
  const options = ['--noEmit', '--checkers', '1', '-p', folder]
  const { stdout } = await promisify(execFile)(tsc, options).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})
