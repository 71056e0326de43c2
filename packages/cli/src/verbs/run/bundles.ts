import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** A run of esbuild's command that a synthesis made, as CDK's `NodejsFunction` makes one for each function. */
interface BundleRun {
  readonly shell: string
  /** The line for the shell. */
  readonly line: string
  readonly cwd: string
  /** Where it wrote, which the synthesis has moved elsewhere since. */
  readonly outfile: string
  /** Of what it wrote. */
  readonly digest: string
}

/**
 * Run in every process of a synthesis: writes down which lines of the shell call esbuild. It is text, so that it runs as it is on whatever
 * Node.js the synthesis runs on.
 */
const recorder = (file: string) => `
import childProcess from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { spawnSync } = childProcess
childProcess.spawnSync = (shell, args, options) => {
  const result = spawnSync(shell, args, options)
  try {
    const line = Array.isArray(args) && args.length === 2 ? args[1] : ''
    const outfile = /esbuild .*--outfile="([^"]+)"/.exec(line)?.[1]
    if (outfile && result.status === 0) {
      const digest = createHash('sha256').update(readFileSync(outfile)).digest('hex')
      appendFileSync(${JSON.stringify(file)}, JSON.stringify({ shell, line, cwd: options?.cwd ?? process.cwd(), outfile, digest }) + '\\n')
    }
  } catch {}
  return result
}
syncBuiltinESMExports()`

/** What a package manager's own command adds takes longer than the bundling itself. */
const throughPackageManager = /^(?:npx --no-install|pnpm exec --|yarn run|bun x|bunx) esbuild /

/** The bundles of an assembly, that can be made again without a synthesis. */
export interface Bundles extends AsyncDisposable {
  /** What the environment of a synthesis has to have, so that its bundles are known. */
  environment(): Promise<{ readonly NODE_OPTIONS: string }>
  /** Makes every bundle anew, and puts those that are others now in their places in the assembly; one that fails stays as it is. */
  rebuild(): Promise<void>
}

/** The bundles of the assembly that is in `assembly`. */
export async function bundlesOf(assembly: string): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'keg-bundles-'))
  const file = join(folder, 'runs.jsonl')
  return {
    async environment() {
      await rm(file, { force: true })
      const given = process.env['NODE_OPTIONS']
      return { NODE_OPTIONS: `${given === undefined ? '' : `${given} `}--import=data:text/javascript,${encodeURIComponent(recorder(file))}` }
    },
    async rebuild() {
      const places = await bundledFiles(assembly)
      // A line of the recorder's each.
      const runs = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as BundleRun) : []
      await Promise.all(runs.map(async (run) => {
        const place = places.get(`${run.digest} ${basename(run.outfile)}`)
        if (place !== undefined) await bundleAgain(run, place, folder).catch(() => undefined)
      }))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The folders of assets, by the digest and the name of the bundle in them: as the last synthesis has left them, or as they are now. */
async function bundledFiles(assembly: string): Promise<ReadonlyMap<string, string>> {
  const assets = (await readdir(assembly)).filter((name) => name.startsWith('asset.'))
  const found = await Promise.all(assets.map(async (name) => {
    const files = await readdir(join(assembly, name)).catch(() => [])
    return Promise.all(files.filter((file) => /\.[cm]?js$/.test(file)).map(async (file) => [`${await digestOf(join(assembly, name, file))} ${file}`, join(assembly, name)] as const))
  }))
  return new Map(found.flat())
}

async function bundleAgain({ shell, line, cwd, outfile, digest }: BundleRun, place: string, folder: string): Promise<void> {
  const target = await mkdtemp(join(folder, 'bundle-'))
  const binary = join(await binaryFolder(cwd), 'esbuild')
  const direct = existsSync(binary) ? line.replace(throughPackageManager, `"${binary}" `) : line
  const again = direct.replaceAll(dirname(outfile), target)
  try {
    await new Promise<void>((resolve, reject) => execFile(shell, ['-c', again], { cwd }, (error) => (error === null ? resolve() : reject(error))))
    if (await digestOf(join(target, basename(outfile))) !== digest) await cp(target, place, { recursive: true })
  } finally {
    await rm(target, { recursive: true })
  }
}

/** The nearest folder of commands, from a folder upwards. */
async function binaryFolder(folder: string): Promise<string> {
  const binaries = join(folder, 'node_modules', '.bin')
  return existsSync(join(binaries, 'esbuild')) || dirname(folder) === folder ? binaries : binaryFolder(dirname(folder))
}

async function digestOf(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file)).digest('hex')
}
