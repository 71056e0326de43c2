import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../../../tsup.declared.ts'

const workspace = mkdtempSync(join(tmpdir(), 'keg-declared-test-'))
afterAll(() => rmSync(workspace, { recursive: true }))
const base = fileURLToPath(new URL('../../../../tsconfig.base.json', import.meta.url))

/** The inner module's `made` is of a type that only its maker can name. */
const inner = {
  'src/made/made.ts': "import { make } from './maker.ts'\n\nexport const made = make()\n",
  'src/made/maker.ts': 'interface Hidden { readonly n: number }\n\nexport const make = (): Hidden => ({ n: 1 })\n',
}

function declare(name: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const entry = (source: string, types: string) => ({ '@keg/source': source, import: { types, default: types.replace('.d.ts', '.js') } })
  const exports = {
    '.': entry('./src/index.ts', './dist/index.d.ts'), './tap': entry('./src/taps/tap.ts', './dist/taps/tap.d.ts'),
    './testing': { '@keg/source': './src/testing.ts' },
    './command': { '@keg/source': './src/main.ts', import: { default: './dist/main.js' } },
  }
  const all = {
    'package.json': JSON.stringify({ name, type: 'module', exports }), 'tsconfig.json': JSON.stringify({ extends: base, include: ['src'] }),
    'src/taps/tap.ts': 'export const tap = 1\n', ...inner, ...files,
  }
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(workspace, name, file)), { recursive: true })
    writeFileSync(join(workspace, name, file), text)
  }
  return declared(name, workspace)
}

it('writes the declarations of the entries that have types, whatever the types within the package', () => {
  const index = "import { made } from './made/made.ts'\n\nexport const level = (): number => made.n\n"
  const entries = declare('within', { 'src/index.ts': index })
  expect(Object.keys(entries)).toEqual(['index', 'taps/tap'])
  expect(Object.values(entries).map((file) => readFileSync(file, 'utf8'))).toEqual([
    'export declare const level: () => number;\n', 'export declare const tap = 1;\n',
  ])
})

it.each([
  [
    'an entry leads to a type that nobody can name', "export { made } from './made/made.ts'\n",
    /src\/made\/made\.ts\(3,14\): error TS4023: .*'Hidden'/,
  ],
  ['an entry has one', "import { make } from './made/maker.ts'\n\nexport const own = make()\n", /src\/index\.ts\(3,14\): error TS4023/],
  ['an entry names a file that is not there', "export * from './none.ts'\n", /none\.d\.ts was not written/],
])('refuses where %s', (what, index, refusal) => {
  expect(() => declare(what.replaceAll(' ', '-'), { 'src/index.ts': index })).toThrow(refusal)
})
