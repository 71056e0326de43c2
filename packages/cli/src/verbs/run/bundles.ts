import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

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
 * Node.js the synthesis runs on. CommonJS, by `--require`: with `--import` Node.js loads the program itself as a module, too, and what
 * compiles it as it is required, as the ts-node of `cdk init`, is not asked.
 */
const recorder = (file: string) => `
const childProcess = require('node:child_process')
const { createHash } = require('node:crypto')
const { appendFileSync, readFileSync } = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
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
  /** Reads which bundles the synthesis has made that has just ended well, and forgets those before. */
  synthesized(): Promise<void>
  /**
   * Makes every bundle anew, those of a synthesis under way too, and lays those that are others now into the live folder; one that fails
   * stays as it is.
   */
  rebuild(): Promise<void>
}

/** The bundles of the assembly that is in `assembly`. */
export async function bundlesOf(assembly: string): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'keg-bundles-'))
  const [file, live, recording] = [join(folder, 'runs.jsonl'), join(folder, 'live'), join(folder, 'recorder.cjs')]
  await mkdir(live)
  await writeFile(recording, recorder(file))
  let synthesized: readonly KnownRun[] = []
  return {
    live,
    async environment() {
      await rm(file, { force: true })
      const given = process.env['NODE_OPTIONS']
      return { NODE_OPTIONS: `${given === undefined ? '' : `${given} `}--require=${JSON.stringify(recording)}` }
    },
    async synthesized() {
      synthesized = await recordedRuns(file, assembly)
      // What is recorded from now on is of the next.
      await rm(file, { force: true })
      const kept = new Set(synthesized.map(({ asset }) => asset))
      for (const asset of await readdir(live)) if (!kept.has(asset)) await rm(join(live, asset), { recursive: true })
    },
    async rebuild() {
      // The assets of a synthesis under way are old already where it bundled before the change.
      const runs = [...synthesized, ...await recordedRuns(file, assembly)]
      const runsByAsset = Map.groupBy(runs, ({ asset }) => asset)
      // Two functions that were the same share an asset, and only a synthesis parts them.
      const alone = [...runsByAsset.values()].flatMap((each) => (new Set(each.map(bundleOf)).size === 1 ? each.slice(0, 1) : []))
      const same = Map.groupBy(alone, bundleOf)
      await Promise.all([...same.values()].map(async (assets) => {
        const [first] = assets
        const made = first && await bundleAgain(first, folder).catch(() => undefined)
        if (made === undefined) return
        for (const run of assets) await layBundle(made, run, join(live, run.asset))
        await rm(made, { recursive: true })
      }))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** A run whose bundle is in the asset of that name. */
type KnownRun = BundleRun & { readonly asset: string }

/** What is bundled, and how: the same for a run of each synthesis. */
function bundleOf({ program, args, cwd, outfile }: BundleRun): string {
  return JSON.stringify([program, args, cwd]).replaceAll(dirname(outfile), '')
}

/** What the recorder has written down of a synthesis under way, or of one that has just ended. */
async function recordedRuns(file: string, assembly: string): Promise<readonly KnownRun[]> {
  if (!existsSync(file)) return []
  // A line of the recorder's each.
  const runs = readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as BundleRun)
  const assets = await bundledFiles(assembly)
  return runs.flatMap((run) => {
    const asset = assets.get(`${run.digest} ${basename(run.outfile)}`)
    return asset === undefined ? [] : [{ ...run, asset }]
  })
}

/** Puts a bundle in the place of a run's asset where it is another; where it is the same as in the assembly, the place is empty. */
async function layBundle(made: string, { outfile, digest }: BundleRun, place: string): Promise<void> {
  const [now, before] = [await digestOf(join(made, basename(outfile))), await digestOf(join(place, basename(outfile))).catch(() => digest)]
  if (now === before) return
  if (now === digest) return rm(place, { recursive: true, force: true })
  for (const entry of await readdir(made, { recursive: true, withFileTypes: true })) {
    const to = join(place, relative(made, entry.parentPath), entry.name)
    await mkdir(entry.isFile() ? dirname(to) : to, { recursive: true })
    if (!entry.isFile()) continue
    // In one step, for whoever reads it meanwhile; a folder that is another of a sudden is lost on who watches it.
    await copyFile(join(entry.parentPath, entry.name), `${place}-next`)
    await rename(`${place}-next`, to)
  }
}

/** The names of assets, by the digest and the name of the bundle in them. */
async function bundledFiles(assembly: string): Promise<ReadonlyMap<string, string>> {
  const assets = (await readdir(assembly)).filter((name) => name.startsWith('asset.'))
  const found = await Promise.all(assets.map(async (name) => {
    const files = await readdir(join(assembly, name)).catch(() => [])
    return Promise.all(files.filter((file) => /\.[cm]?js$/.test(file)).map(async (file) =>
      [`${await digestOf(join(assembly, name, file))} ${file}`, name] as const))
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
