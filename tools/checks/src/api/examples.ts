import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Export } from './api-reports.ts'
import type { Entry } from './entries.ts'
import { contextOf } from './example-context.ts'

/** An entry with what it exports. */
export interface ShownEntry extends Pick<Entry, 'specifier' | 'folder'> {
  readonly exports: readonly Export[]
}

/** The code after each `@example` of a docstring, up to the next tag. */
export function examplesIn(docComment: string): string[] {
  const body = docComment.replace(/^\s*\/\*\*/, '').replace(/\*\/\s*$/, '')
  const [, ...parts] = body.replaceAll(/^\s*\* ?/gm, '').split(/^[ \t]*@example\b[ \t]*/m)
  return parts.map((part) => (part.split(/^[ \t]*@(?:see|throws|default|deprecated)\b/m)[0] ?? '').trim())
}

/**
 * What the compiler objects to in the examples of the entries, a line for each: `@keg/shadow-client createShadowClient: …`.
 * Reads the built declarations.
 * An example need not import what its own package exports, nor what `example-context.ts` declares for its package.
 */
export function brokenExamples(workspace: string, entries: readonly ShownEntry[]): string[] {
  const place = mkdtempSync(join(tmpdir(), 'keg-examples-'))
  try {
    for (const folder of new Set(entries.map((entry) => entry.folder))) standIn(join(workspace, folder), join(place, folder))
    const names = new Map(entries.flatMap((entry) => writeExamples(place, entry, exportedBy(entry, entries))))
    return objections(workspace, place, names)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

type FileName = readonly [file: string, name: string]

/** Puts something like the package into a folder of its own: examples in it find the package by its name, and what it depends on. */
function standIn(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  copyFileSync(join(from, 'package.json'), join(to, 'package.json'))
  for (const name of ['dist', 'node_modules']) symlinkSync(join(from, name), join(to, name), 'junction')
}

/** Writes a file for each example, and answers whose it is. */
function writeExamples(place: string, { specifier, folder, exports }: ShownEntry, exported: ReadonlyMap<string, string>): FileName[] {
  return exports.flatMap(({ name, docComment }) => examplesIn(docComment).map((example, index): FileName => {
    const file = join(folder, `${specifier.replaceAll('/', '-')}-${name}-${index + 1}.tsx`)
    writeFileSync(join(place, file), moduleOf(example, contextOf(folder), exported))
    return [file, `${specifier} ${name}`]
  }))
}

/** The entry of the package that exports a name: this one, if it does. */
function exportedBy({ folder, specifier }: ShownEntry, entries: readonly ShownEntry[]): ReadonlyMap<string, string> {
  const own = entries.filter((entry) => entry.folder === folder)
  const ordered = [...own.filter((entry) => entry.specifier !== specifier), ...own.filter((entry) => entry.specifier === specifier)]
  return new Map(ordered.flatMap((entry) => entry.exports.map(({ name }) => [name, entry.specifier] as const)))
}

/** An example as a module: its imports first, the rest in a function, where it may use `await`, `return` and `this`. */
function moduleOf(example: string, context: string, exported: ReadonlyMap<string, string>): string {
  const isImport = (line: string) => line.startsWith('import ')
  const lines = example.split('\n')
  const imports = [...lines.filter(isImport), context]
  const used = new Set(example.match(/[A-Za-z_$][\w$]*/g))
  const isImported = (name: string) => imports.some((line) => new RegExp(`^import .*\\b${name}\\b.* from`).test(line))
  const named = [...exported].filter(([name]) => used.has(name) && !isImported(name))
  const own = named.map(([name, specifier]) => `import { ${name} } from '${specifier}'`)
  const scope = context.includes('Construct }') ? 'this: Construct' : ''
  return [...own, ...imports, `export async function example(${scope}) {`, ...lines.filter((line) => !isImport(line)), '}', ''].join('\n')
}

/** Runs the compiler over the files, and says whose file it objects to. */
function objections(workspace: string, place: string, names: ReadonlyMap<string, string>): string[] {
  // A reader has no source condition, and need not say `import type`.
  const reader = { customConditions: [], verbatimModuleSyntax: false, jsx: 'react-jsx' }
  const compilerOptions = { ...reader, typeRoots: [join(workspace, 'node_modules/@types')] }
  const config = { extends: join(workspace, 'tsconfig.base.json'), compilerOptions, files: [...names.keys()] }
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(workspace, 'node_modules/.bin/tsc')
  const { stdout, error } = spawnSync(tsc, ['--pretty', 'false', '--checkers', '1', '-p', '.'], {
    cwd: place, encoding: 'utf8', maxBuffer: 2 ** 26,
  })
  if (error !== undefined) throw error
  return stdout.split('\n').filter((line) => /^\S/.test(line)).map((line) => {
    const [, file = '', message] = /^(\S+?)\(\d+,\d+\): (.*)$/.exec(line) ?? []
    return message === undefined ? line : `${names.get(file) ?? file}: ${message}`
  })
}
