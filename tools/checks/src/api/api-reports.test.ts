import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { apiReports } from './api-reports.ts'
import { type Entry, publishedEntries } from './entries.ts'
import { brokenExamples, examplesIn } from './examples.ts'
import { withoutExample } from './without-example.ts'

/** Entries that are for this workspace's own packages, and promise nobody anything: their READMEs say so. */
const NO_PROMISE = ['@keg/aws-service', '@keg/aws-service/generate']

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))

describe('each published entry', () => {
  const entries = publishedEntries(workspace)
  const reports = apiReports(workspace, entries)
  const kept = globSync('packages/*/api/*.api.md', { cwd: workspace })

  it.each(entries)('$specifier is as its report says', ({ specifier, report }) => {
    const said = kept.includes(report) ? readFileSync(join(workspace, report), 'utf8') : ''
    expect(
      said, `What ${specifier} makes public is not what ${report} says. Run "pnpm api", review the change of the report, and commit it.`,
    ).toBe(reports.get(report)?.text)
  })

  it.each(
    entries.filter(({ specifier }) => !NO_PROMISE.includes(specifier)),
  )('$specifier shows how each of its values is used', ({ specifier, report }) => {
    const names = withoutExample(reports.get(report)?.exports ?? [])
    expect(names, `These exports of ${specifier} have no @example in their docstring. Write one.`).toEqual([])
  })

  it('shows examples that compile', () => {
    const shown = entries.filter(({ specifier }) => !NO_PROMISE.includes(specifier))
      .map((entry) => ({ ...entry, exports: reports.get(entry.report)?.exports ?? [] }))
    // One that does not, so that somebody notices where none is compiled.
    const docComment = '/** @example matchesTopicFilter(1, 2) */'
    const wrong = {
      specifier: '@keg/mqtt-topics/wrong', folder: 'packages/mqtt-topics', exports: [{ name: 'wronged', kind: 'Function', docComment }],
    }
    const broken = brokenExamples(workspace, [...shown, wrong])
    expect(
      broken.filter((line) => !line.startsWith(wrong.specifier)),
      'These examples in docstrings do not compile. Mend them, or add to example-context.ts what every reader has.',
    ).toEqual([])
    expect(broken).toEqual([expect.stringMatching(/wronged: error TS2345/)])
  })

  it('has the only reports', () => {
    expect(kept.filter((file) => !reports.has(file)), 'These are of entries that are gone. Run "pnpm api", which removes them.').toEqual([])
  })

  it('is found', () => {
    expect(entries.map(({ specifier }) => specifier))
      .toEqual(expect.arrayContaining(['@keg/mqtt-topics', '@keg/shadow-client/http', '@keg/local-iot/policy']))
  })
})

describe('a report', () => {
  const place = mkdtempSync(join(tmpdir(), 'keg-api-test-'))
  afterAll(() => rmSync(place, { recursive: true }))

  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), text)
  }
  const build = (folder: string, files: Readonly<Record<string, string>>): Entry => {
    write(`${folder}/package.json`, JSON.stringify({ name: '@keg/pump' }))
    for (const [file, text] of Object.entries(files)) write(`${folder}/dist/${file}`, text)
    return { specifier: '@keg/pump', folder, types: `${folder}/dist/index.d.ts`, report: `${folder}/api/index.api.md` }
  }

  const START = `import { Duplex } from '@keg/line';\nimport { P as Pressure } from './pressure-AbC1.js';\n/** Starts. */\ndeclare function start(line: Duplex, at: Pressure): Promise<Buffer>;\nexport { start };\n`
  const PRESSURE = 'interface Pressure { readonly bar: number; readonly limits: { readonly of: Limit } }\ninterface Limit { readonly most: number }\nexport type { Pressure as P };\n'
  const PUMP = { 'index.d.ts': START, 'pressure-AbC1.d.ts': PRESSURE }

  const changes: readonly (readonly [what: string, files: Readonly<Record<string, string>>, reported: boolean])[] = [
    ['a new export', { ...PUMP, 'index.d.ts': `${START}export declare const VERSION = 5;\n` }, true],
    ['another parameter', { ...PUMP, 'index.d.ts': START.replace('at: Pressure', 'at?: Pressure') }, true],
    ['a type that is used but not exported', { ...PUMP, 'pressure-AbC1.d.ts': PRESSURE.replace('most: number', 'most: bigint') }, true],
    ['a docstring that is gone', { ...PUMP, 'index.d.ts': START.replace('/** Starts. */\n', '') }, true],
    ['another docstring', { ...PUMP, 'index.d.ts': START.replace('Starts.', 'Starts the pump.') }, false],
    ['another name of a part of the bundle, and other lines', {
      'index.d.ts': `\n\n${START.replace('AbC1', 'Zy9')}`, 'pressure-Zy9.d.ts': `\n${PRESSURE}`,
    }, false],
    ['a type that nobody sees', { ...PUMP, 'index.d.ts': `${START}interface Valve { open: boolean }\n` }, false],
  ]
  const first = build('packages/pump', PUMP)
  const second = { ...first, specifier: '@keg/pump/halt', types: 'packages/pump/dist/halt.d.ts', report: 'packages/pump/api/halt.api.md' }
  write(second.types, `import { P as Pressure } from './pressure-AbC1.js';\ninterface Reason { readonly why: string }\ndeclare function halt(at: Pressure): void;\ndeclare function reason(): Reason;\nexport { halt, reason };\n`)
  const changed = changes.map(([, files], index) => build(`packages/change-${index}`, files))
  const reports = apiReports(place, [first, second, ...changed])
  const report = reports.get(first.report)?.text

  it.each(
    changes.map(([what, , reported], index) => ({ what, reported, text: reports.get(changed[index]!.report)?.text })),
  )('shows $what: $reported', ({ text, reported }) => {
    expect(text !== report).toBe(reported)
  })

  it('names what another package declares, shows what the entry forgot to export, and no place of a file', () => {
    expect(report).toContain("import { Duplex } from '@keg/line';")
    expect(report).toContain('export function start(line: Duplex, at: Pressure): Promise<Buffer>;')
    expect(report).toContain('interface Pressure {')
    expect(report).toContain('(ae-forgotten-export) The symbol "Pressure" needs to be exported by the entry point index.d.ts')
    expect(report).not.toMatch(/AbC1|\.d\.ts:\d|keg-api/)
  })

  it('does not repeat what an earlier entry of the package shows', () => {
    const text = reports.get(second.report)?.text
    expect(text).toContain('export function halt(at: Pressure): void;')
    expect(text).toContain('(ae-forgotten-export) The symbol "Pressure" needs to be exported by the entry point halt.d.ts')
    expect(text).not.toMatch(/interface (?:Pressure|Limit)/)
    expect(text).toContain('interface Reason {')
  })

  it('of what is not built says what to run', () => {
    expect(() => apiReports(place, [{ ...first, types: 'packages/pump/dist/none.d.ts' }]))
      .toThrow('packages/pump/dist/none.d.ts is not built. Run "pnpm nx run checks:api-check" or "pnpm api"')
  })
})

describe('the values without an example', () => {
  const EXAMPLE = '/**\n * Starts.\n *\n * @example start()\n */\n'
  it.each<[what: string, exports: [name: string, kind: string, docComment: string][], names: string[]]>([
    ['nothing', [], []],
    ['a function with one', [['start', 'Function', EXAMPLE]], []],
    ['a line with one', [['start', 'Function', '/** @example start() */\n']], []],
    ['no docstring', [['start', 'Function', ''], ['PUMPS', 'Variable', '']], ['PUMPS', 'start']],
    ['one that is only spoken of', [['start', 'Function', '/**\n * Has no @example yet.\n */\n']], ['start']],
    ['an overload with one', [['start', 'Function', ''], ['start', 'Function', EXAMPLE]], []],
    ['overloads without', [['start', 'Function', ''], ['start', 'Function', '']], ['start']],
    ['types', [['Pump', 'Interface', ''], ['Pumps', 'TypeAlias', '']], []],
    ['a class and a type of its name', [['Pump', 'Class', ''], ['Pump', 'TypeAlias', EXAMPLE]], ['Pump']],
  ])('of %s', (_, exports, names) => {
    expect(withoutExample(exports.map(([name, kind, docComment]) => ({ name, kind, docComment })))).toEqual(names)
  })
})

it.each<[what: string, docComment: string, examples: string[]]>([
  ['none', '/** Starts. */', []],
  ['one on the line', '/** Starts. @see nobody */\n', []],
  ['one in a line', '/** @example start() */', ['start()']],
  [
    'one that goes on to the next tag', '/**\n * Starts.\n *\n * @example\n * start()\n *\n * halt()\n * @see https://pump.example\n */',
    ['start()\n\nhalt()'],
  ],
  ['two', '/**\n * @example start()\n * @example halt()\n */', ['start()', 'halt()']],
])('finds the examples of a docstring with %s', (_, docComment, examples) => {
  expect(examplesIn(docComment)).toEqual(examples)
})

describe('the published entries', () => {
  const place = mkdtempSync(join(tmpdir(), 'keg-api-test-'))
  afterAll(() => rmSync(place, { recursive: true }))

  it('are those that npm gets, without commands', () => {
    const types = (file: string) => ({ import: { types: file, default: file.replace('.d.ts', '.js') } })
    const manifest = { name: '@keg/pump', exports: { './of-source': {} }, publishConfig: { exports: {
      '.': types('./dist/index.d.ts'), './a/b': types('./dist/a/b.d.ts'), './command': { import: { default: './dist/main.js' } },
    } } }
    mkdirSync(join(place, 'packages/pump'), { recursive: true })
    writeFileSync(join(place, 'nx.json'), JSON.stringify({ release: { projects: ['packages/pump'] } }))
    writeFileSync(join(place, 'packages/pump/package.json'), JSON.stringify(manifest))
    expect(publishedEntries(place)).toEqual([
      { specifier: '@keg/pump', folder: 'packages/pump', types: 'packages/pump/dist/index.d.ts', report: 'packages/pump/api/index.api.md' },
      { specifier: '@keg/pump/a/b', folder: 'packages/pump', types: 'packages/pump/dist/a/b.d.ts', report: 'packages/pump/api/a-b.api.md' },
    ])
  })
})
