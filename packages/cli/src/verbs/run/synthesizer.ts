import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { watch } from 'chokidar'
import type { Terminal } from '../../verb.ts'
import { bundlesOf } from './bundles.ts'

/** How long sources have to be quiet: an editor writes in more than one step. */
const QUIET_MS = 50

/** Runs the command that synthesizes an app. */
export interface Synthesizer extends AsyncDisposable {
  /** The folder with code that is newer than the assembly. */
  readonly live: string
  /** Runs it once; `false` where it fails, which it says itself. */
  run(): Promise<boolean>
  /** From when this resolves, runs it again whenever a file of the working directory changes, one run after the other. */
  follow(): Promise<void>
}

/**
 * `command` is a line for the shell that writes an assembly into `directory`; what it prints goes to stderr. What it bundles is bundled again as
 * soon as a source changes, and is live while the command still runs.
 */
export async function synthesizer(command: string, directory: string, terminal: Terminal): Promise<Synthesizer> {
  const assembly = resolve(directory)
  const bundles = await bundlesOf(assembly)
  let child: ChildProcess | undefined
  let watcher: ReturnType<typeof watch> | undefined
  const run = async () => {
    // stdout is for what was asked of keg.
    child = spawn(command, { shell: true, stdio: ['ignore', 2, 2], env: { ...process.env, ...await bundles.environment(), CDK_OUTDIR: assembly } })
    const [code]: unknown[] = await once(child, 'exit')
    child = undefined
    if (code !== 0) terminal.err(`${command} failed with code ${String(code)}.`)
    else await bundles.synthesized().catch(() => undefined)
    return code === 0
  }
  return {
    live: bundles.live,
    run,
    async follow() {
      const bundleAgain = oneAtATime(() => bundles.rebuild().catch(() => undefined))
      let changes = 0
      const synthesizeAgain = oneAtATime(async () => {
        const before = changes
        await run()
        // The bundles are now those of the sources as they were when it began.
        if (changes !== before) bundleAgain()
      })
      let timer: NodeJS.Timeout | undefined
      watcher = watch('.', { ignoreInitial: true, ignored: (path) => isNoSource(resolve(path), assembly) })
      watcher.on('all', () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          changes += 1
          bundleAgain()
          synthesizeAgain()
        }, QUIET_MS)
      })
      await once(watcher, 'ready')
    },
    async [Symbol.asyncDispose]() {
      await watcher?.close()
      child?.kill()
      await bundles[Symbol.asyncDispose]()
    },
  }
}

const folders = new Set(['node_modules', 'dist', 'coverage', 'cdk.out'])

/** What the synthesis itself writes, what it does not read, and what a compiler makes of a source that is watched. */
function isNoSource(path: string, assembly: string): boolean {
  const name = basename(path)
  if (path === assembly || path.startsWith(assembly + sep) || folders.has(name)) return true
  if (name.startsWith('.') && path !== resolve('.')) return true
  return /\.d\.ts$|\.map$/.test(name) || (name.endsWith('.js') && existsSync(join(path, '..', name.replace(/\.js$/, '.ts'))))
}

/** Calls `run`, and once more after it where it was asked for meanwhile. */
function oneAtATime(run: () => Promise<unknown>): () => void {
  let running = false
  let wanted = false
  return () => {
    wanted = true
    if (running) return
    running = true
    void (async () => {
      while (wanted) {
        wanted = false
        await run()
      }
      running = false
    })()
  }
}
