import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
// Inside the package, so that its own name and its dependencies are found.
const folder = `${root}.test-results/readme/`

/** A snippet as a file: what it does stands in a stack, which it knows as `this` and as `stack`. */
function fileOf(snippet: string): string {
  const lines = snippet.split('\n')
  const imports = lines.filter((line) => line.startsWith('import '))
  const statements = lines.filter((line) => !line.startsWith('import '))
  return [
    "import { Stack as StackOfSnippet } from 'aws-cdk-lib'", "import type { Construct as ScopeOfSnippet } from 'constructs'", ...imports,
    'export class Snippet extends StackOfSnippet {', '  constructor(scope: ScopeOfSnippet, id: string) {', '    super(scope, id)',
    '    const stack: StackOfSnippet = this', '    void stack', ...statements, '  }', '}', '',
  ].join('\n')
}

it('has snippets that compile', async () => {
  const snippets = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code)
  expect(snippets.length).toBeGreaterThan(5)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, code] of snippets.entries()) writeFileSync(`${folder}snippet-${index + 1}.ts`, fileOf(code))
  // The whole library would have the types of all services of AWS read.
  const paths = { 'aws-cdk-lib': ['../../node_modules/aws-cdk-lib/core/lib/index.d.ts'] }
  writeFileSync(`${folder}tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts'], compilerOptions: { paths } }))
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url))
  const options = ['--noEmit', '--checkers', '1', '-p', folder]
  const { stdout } = await promisify(execFile)(tsc, options).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})
