import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
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
  /** Reads which bundles the synthesis has made that has just ended well, and puts back what `rebuild` had put in their places. */
  synthesized(): Promise<void>
  /** Makes every bundle anew, and puts those that are others now in their places in the assembly; one that fails stays as it is. */
  rebuild(): Promise<void>
}

/** The bundles of the assembly that is in `assembly`. */
export async function bundlesOf(assembly: string): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'keg-bundles-'))
  const file = join(folder, 'runs.jsonl')
  let runs: readonly (BundleRun & { readonly place: string })[] = []
  /** What the synthesis had put into places that hold something else now: a synthesis leaves alone what is there already. */
  const originals = new Map<string, string>()
  return {
    async environment() {
      await rm(file, { force: true })
      const given = process.env['NODE_OPTIONS']
      return { NODE_OPTIONS: `${given === undefined ? '' : `${given} `}--import=data:text/javascript,${encodeURIComponent(recorder(file))}` }
    },
    async synthesized() {
      for (const [place, original] of originals) await cp(original, place, { recursive: true })
      originals.clear()
      const places = await bundledFiles(assembly)
      // A line of the recorder's each.
      const recorded = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as BundleRun) : []
      runs = recorded.flatMap((run) => {
        const place = places.get(`${run.digest} ${basename(run.outfile)}`)
        return place === undefined ? [] : [{ ...run, place }]
      })
    },
    async rebuild() {
      await Promise.all(runs.map(async (run) => {
        const made = await bundleAgain(run, folder).catch(() => undefined)
        if (made === undefined) return
        if (await digestOf(join(made, basename(run.outfile))) !== await digestOf(join(run.place, basename(run.outfile)))) {
          if (!originals.has(run.place)) {
            const original = await mkdtemp(join(folder, 'original-'))
            await cp(run.place, original, { recursive: true })
            originals.set(run.place, original)
          }
          await cp(made, run.place, { recursive: true })
        }
        await rm(made, { recursive: true })
      }))
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The folders of assets, by the digest and the name of the bundle in them. */
async function bundledFiles(assembly: string): Promise<ReadonlyMap<string, string>> {
  const assets = (await readdir(assembly)).filter((name) => name.startsWith('asset.'))
  const found = await Promise.all(assets.map(async (name) => {
    const files = await readdir(join(assembly, name)).catch(() => [])
    return Promise.all(files.filter((file) => /\.[cm]?js$/.test(file)).map(async (file) => [`${await digestOf(join(assembly, name, file))} ${file}`, join(assembly, name)] as const))
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
