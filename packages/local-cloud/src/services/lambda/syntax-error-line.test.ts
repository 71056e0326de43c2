import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const broken = 'const a = 1\nconst b = ;\n'
const files = {
  'index.cjs': [broken, "index.cjs:2: SyntaxError: Unexpected token ';'"],
  'index.mjs': [broken, "index.mjs:2: SyntaxError: Unexpected token ';'"],
  'named.mjs': [
    'import { nope } from "node:fs"', "named.mjs:1: SyntaxError: The requested module 'node:fs' does not provide an export named 'nope'",
  ],
  'imports.mjs': ['import "./index.mjs"', "imports.mjs: SyntaxError: Unexpected token ';'"],
} as const

it('what is no JavaScript is told on one line, with its place where Node.js tells it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keg syntax-'))
  for (const [name, [text]] of Object.entries(files)) writeFileSync(join(folder, name), text)
  // By Node.js itself: the test runner loads modules its own way.
  writeFileSync(join(folder, 'load.mjs'), `
import { syntaxErrorLine } from ${JSON.stringify(join(import.meta.dirname, 'syntax-error-line.ts'))}
for (const name of process.argv.slice(2)) await import('./' + name).catch((error) => console.log(syntaxErrorLine(error, import.meta.dirname + '/' + name)))`)
  const printed = execFileSync(process.execPath, [join(folder, 'load.mjs'), ...Object.keys(files)], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect(printed.trimEnd().split('\n')).toEqual(Object.values(files).map(([, line]) => line))
})
