import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** A run of esbuild's command that a synthesis made, as CDK's `NodejsFunction` makes one for each function. */
interface BundleRun {
  /** As `npx`, with what follows it, or a shell with the line for it. */
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  /** Where it wrote, which the synthesis has moved elsewhere since. */
  readonly outfile: string
  /** Of what it wrote. */
  readonly digest: string
}

/**
 * Run in every process of a synthesis: writes down what it spawns to call esbuild. It is text, so that it runs as it is on whatever
 * Node.js the synthesis runs on.
 */
const recorder = (file: string) => `
import childProcess from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { spawnSync } = childProcess
childProcess.spawnSync = (program, args, options) => {
  const result = spawnSync(program, args, options)
  try {
    const [, , outfile] = /esbuild.* --outfile=("?)([^"]+?)\\1(?: |$)/.exec([program, ...args].join(' ')) ?? []
    if (outfile && result.status === 0) {
      const digest = createHash('sha256').update(readFileSync(outfile)).digest('hex')
      appendFileSync(${JSON.stringify(file)}, JSON.stringify({ program, args, cwd: options?.cwd ?? process.cwd(), outfile, digest }) + '\\n')
    }
  } catch {}
  return result
}
syncBuiltinESMExports()`

/** Without the package manager, as `npx --no-install esbuild`, which takes longer than the bundling itself. */
function directly(program: string, args: readonly string[], binary: string): string[] {
  const at = args.indexOf('esbuild')
  if (at >= 0) return [binary, ...args.slice(at + 1)]
  return [program, ...args.map((arg) => arg.replace(/^(?:npx --no-install|pnpm exec --|yarn run|bun x|bunx) esbuild /, `"${binary}" `))]
}

/** The bundles of an assembly, that can be made again without a synthesis. */
export interface Bundles extends AsyncDisposable {
  /** What the environment of a synthesis has to have, so that its bundles are known. */
  environment(): Promise<{ readonly NODE_OPTIONS: string }>
  /** The folder with assets that are others now than in the assembly, which stays as it is: others deploy it. */
  readonly live: string
  /** Reads which bundles the synthesis has made that has just ended well: none is another by then. */
  synthesized(): Promise<void>
  /** Makes every bundle anew, and lays those that are others now into the live folder; one that fails stays as it is. */
  rebuild(): Promise<void>
}

/** The bundles of the assembly that is in `assembly`. */
export async function bundlesOf(assembly: string): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'keg-bundles-'))
  const [file, live] = [join(folder, 'runs.jsonl'), join(folder, 'live')]
  await mkdir(live)
  let runs: readonly (BundleRun & { readonly asset: string })[] = []
  return {
    live,
    async environment() {
      await rm(file, { force: true })
      const given = process.env['NODE_OPTIONS']
      return { NODE_OPTIONS: `${given === undefined ? '' : `${given} `}--import=data:text/javascript,${encodeURIComponent(recorder(file))}` }
    },
    async synthesized() {
      const assets = await bundledFiles(assembly)
      // A line of the recorder's each.
      const recorded = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as BundleRun) : []
      runs = recorded.flatMap((run) => {
        const asset = assets.get(`${run.digest} ${basename(run.outfile)}`)
        return asset === undefined ? [] : [{ ...run, asset }]
      })
      for (const name of await readdir(live)) await rm(join(live, name), { recursive: true })
    },
    async rebuild() {
      const begun = runs
      await Promise.all(begun.map(async (run) => {
        const made = await bundleAgain(run, folder).catch(() => undefined)
        if (made === undefined) return
        const name = basename(run.outfile)
        const [now, before] = [await digestOf(join(made, name)), await digestOf(join(live, run.asset, name)).catch(() => run.digest)]
        // A synthesis that has ended meanwhile has bundles of its own.
        if (now !== before && runs === begun) await replaceFolder(join(live, run.asset), made)
        else await rm(made, { recursive: true })
      }))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Whole at any time, for whoever reads it meanwhile. */
async function replaceFolder(folder: string, by: string): Promise<void> {
  if (existsSync(folder)) await rename(folder, `${by}-before`)
  await rename(by, folder)
  await rm(`${by}-before`, { recursive: true, force: true })
}

/** The names of assets, by the digest and the name of the bundle in them. */
async function bundledFiles(assembly: string): Promise<ReadonlyMap<string, string>> {
  const assets = (await readdir(assembly)).filter((name) => name.startsWith('asset.'))
  const found = await Promise.all(assets.map(async (name) => {
    const files = await readdir(join(assembly, name)).catch(() => [])
    return Promise.all(files.filter((file) => /\.[cm]?js$/.test(file)).map(async (file) => [`${await digestOf(join(assembly, name, file))} ${file}`, name] as const))
  }))
  return new Map(found.flat())
}

/** Answers the folder with what it has made. */
async function bundleAgain({ program, args, cwd, outfile }: BundleRun, folder: string): Promise<string> {
  const target = await mkdtemp(join(folder, 'bundle-'))
  const binary = join(await binaryFolder(cwd), 'esbuild')
  const again = existsSync(binary) ? directly(program, args, binary) : [program, ...args]
  const [first = program, ...rest] = again.map((part) => part.replaceAll(dirname(outfile), target))
  await new Promise<void>((resolve, reject) => execFile(first, rest, { cwd }, (error) => (error === null ? resolve() : reject(error))))
  return target
}

/** The nearest folder of commands, from a folder upwards. */
async function binaryFolder(folder: string): Promise<string> {
  const binaries = join(folder, 'node_modules', '.bin')
  return existsSync(join(binaries, 'esbuild')) || dirname(folder) === folder ? binaries : binaryFolder(dirname(folder))
}

async function digestOf(file: string): Promise<string> {
  return createHash('sha256').update(await readFile(file)).digest('hex')
}
