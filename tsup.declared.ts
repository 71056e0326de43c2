import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The part of a package.json that is read here.
interface Manifest {
  readonly exports: Readonly<Record<string, { readonly '@keg/source': string; readonly import?: { readonly types?: string } }>>
}

const workspace = dirname(fileURLToPath(import.meta.url))

/**
 * Writes the declarations of a package's sources, and answers those of its entries by their places in `dist`: `dts.entry` of tsup, which
 * bundles them. The native compiler does in a second or two what tsup's own takes ten for. Types are checked elsewhere.
 * Throws what the compiler says where an entry leads to a type that cannot be written. What is within the package may have such types.
 *
 * @example declared('packages/mqtt-broker')  // { 'testing/index': '…/dist/declarations/packages/mqtt-broker/testing/index.d.ts', … }
 */
export function declared(folder: string, root: string = workspace): Record<string, string> {
  const place = join(root, 'dist/declarations', folder)
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  // The file is ours, and npm refuses other shapes.
  const { exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
  const sources = new Map(Object.values(exports).flatMap(({ '@keg/source': source, import: { types } = {} }) =>
    types === undefined ? [] : [[types.replace(/^\.\/dist\/(.*)\.d\.ts$/, '$1'), join(root, folder, source)]]))
  const written = (source: string) => source.replace(join(root, folder, 'src'), place).replace(/\.tsx?$/, '.d.ts')
  const objections = compile(root, folder, place, [...sources.values()])
  const seen = reachable([...sources.values()].map(written))
  const spoilt = objections.filter((line) => {
    const [, source] = /^(\S+?)\(\d+,\d+\): /.exec(line) ?? []
    return source === undefined || seen.has(written(join(root, source)))
  })
  const missing = [...seen].filter((file) => !existsSync(file)).map((file) => `${file} was not written`)
  const refusals = [...spoilt, ...missing]
  if (refusals.length > 0) throw new Error(`The declarations of ${folder} can't be written:\n${refusals.join('\n')}`)
  return Object.fromEntries([...sources].map(([name, source]) => [name, written(source)]))
}

/** What the compiler objects to, a line for each, with paths from `root`. */
function compile(root: string, folder: string, outDir: string, files: readonly string[]): string[] {
  const typeRoots = [join(workspace, 'node_modules/@types')]
  const written = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: join(root, folder, 'src'), outDir }
  const config = {
    extends: join(root, folder, 'tsconfig.json'), include: [], files, compilerOptions: { ...written, noCheck: true, typeRoots },
  }
  const configFile = join(outDir, 'tsconfig.json')
  writeFileSync(configFile, JSON.stringify(config))
  const tsc = join(workspace, 'node_modules/typescript-7/bin/tsc')
  const { stdout, stderr, error, status } = spawnSync(process.execPath, [tsc, '--pretty', 'false', '--singleThreaded', '-p', configFile], {
    cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26,
  })
  if (error !== undefined) throw error
  if (status !== 0 && stdout === '') throw new Error(`The compiler ended with ${status}: ${stderr}`)
  return stdout.split('\n').filter((line) => /^\S/.test(line))
}

/** The files of declarations that those given lead to by imports within the package, themselves included, whether they are there or not. */
function reachable(starts: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>()
  const due = [...starts]
  for (let file = due.pop(); file !== undefined; file = due.pop()) {
    if (files.has(file)) continue
    files.add(file)
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    for (const [, specifier = ''] of text.matchAll(IMPORT)) due.push(join(dirname(file), specifier.replace(/\.[jt]sx?$/, '.d.ts')))
  }
  return files
}

/** `from './a.ts'`, `import './a.ts'` and `import('./a.ts')`. */
const IMPORT = /\b(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/g
