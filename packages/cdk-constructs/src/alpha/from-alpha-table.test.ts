import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import * as keg from '../index.ts'
import { fromAlphaTable, type FromAlpha } from './from-alpha-table.ts'

interface Assembly {
  readonly types: Readonly<
    Record<string, { readonly name: string; readonly members?: Named[]; readonly properties?: Named[]; readonly methods?: Named[] }>
  >
}
interface Named {
  readonly name: string
}

const require = createRequire(import.meta.url)

/** What a module exports, by the assembly that jsii made of it, with every member. */
function exportsOf(prefix: string, module: string): string[] {
  const at = (name: string) => require.resolve(`${module}/${name}`)
  // As jsii writes it.
  const read = JSON.parse(readFileSync(at('.jsii'), 'utf8')) as Assembly | { readonly filename: string }
  const { types } = 'filename' in read ? (JSON.parse(gunzipSync(readFileSync(at(read.filename))).toString()) as Assembly) : read
  return Object.values(types).flatMap(({ name, members = [], properties = [], methods = [] }) => [
    `${prefix}.${name}`, ...[...members, ...properties, ...methods].map((member) => `${prefix}.${name}.${member.name}`),
  ])
}

it('has all that the alpha modules export, once, and nothing else', () => {
  const exported = [...exportsOf('iot', '@aws-cdk/aws-iot-alpha'), ...exportsOf('actions', '@aws-cdk/aws-iot-actions-alpha')]
  expect(exported.length).toBeGreaterThan(180)
  expect(fromAlphaTable.filter(({ later }) => later !== true).map(({ from }) => from).sort()).toEqual(exported.sort())
})

it('says of everything what it is here, or why it is not', () => {
  expect(fromAlphaTable.filter(({ to, note }) => to === undefined && note === undefined)).toEqual([])
})

// Both files are written anew by `vitest run -u src/alpha`.
it('is FROM-ALPHA.md', async () => {
  await expect(markdown()).toMatchFileSnapshot('../../FROM-ALPHA.md')
})

// Type-checking that file finds what `index.ts` does not have.
it('names what this package has, by its types', async () => {
  await expect(types()).toMatchFileSnapshot('../../test/from-alpha-names.ts')
})

function markdown(): string {
  const cell = ({ to, value, note }: FromAlpha) => {
    const names = to?.map((name) => `\`${name.replace('typeof ', '')}\``).join(', ') ?? '–'
    return `${names}${value === undefined ? '' : ` = \`${value}\``} | ${note ?? ''}`
  }
  const rows = (prefix: string) => fromAlphaTable.filter(({ from }) => from.startsWith(prefix)).map((row) =>
    `| \`${row.from.slice(prefix.length)}\`${row.later ? ' (later versions)' : ''} | ${cell(row)} |`)
  const table = (title: string, prefix: string) => [`## ${title}`, '', '| there | here | |', '| --- | --- | --- |', ...rows(prefix), '']
  return [
    '# From the alpha modules', '',
    'Every class, property, constant and static of `@aws-cdk/aws-iot-alpha` and `@aws-cdk/aws-iot-actions-alpha` (2.214.1-alpha.0), and what it is in `@keg/cdk-constructs`. A test compares',
    'this table with both modules and with what this package exports. An action that is there, of the module or your own, goes into a rule as it is by `fromAlpha(action)`.',
    '', ...table('@aws-cdk/aws-iot-alpha', 'iot.'), ...table('@aws-cdk/aws-iot-actions-alpha', 'actions.'),
  ].join('\n')
}

function types(): string {
  const known = fromAlphaTable.filter((row) => row.account !== true || 'IotLogging' in keg)
  const lines = known.flatMap(({ to = [], value }) => to.map((name, index) =>
    (value === undefined || index > 0 ? typeOf(name) : `Takes<NonNullable<${typeOf(name)}>, ${value}>`)))
  return [
    '// Made of from-alpha-table.ts by its test: each line is a name of the table that has to be there.',
    "import type * as keg from '../src/index.ts'", '',
    'type Takes<Type, Value extends Type> = Value', '',
    'export type Names = [', ...[...new Set(lines)].map((line) => `  ${line},`), ']', '',
  ].join('\n')
}

/** `ToHttpProps.headers[].key` as TypeScript asks for it. */
function typeOf(name: string): string {
  const [root = '', ...path] = name.replace('typeof ', '').split('.')
  const start = name.startsWith('typeof ') ? `(typeof keg.${root})` : `keg.${root}`
  return path.reduce((type, part, index) => {
    const member = `${index === 0 ? type : `NonNullable<${type}>`}['${part.replace('[]', '')}']`
    return part.endsWith('[]') ? `NonNullable<${member}>[number]` : member
  }, start)
}
