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
  /** Runs it once; `false` where it fails, which it says itself, or is interrupted. */
  run(): Promise<boolean>
  /** From when this resolves, runs it again whenever a file of the working directory changes, one run after the other. */
  follow(): Promise<void>
}

/**
 * `command` is a line for the shell that writes an assembly into `directory`; what it prints goes to stderr. What it bundles is bundled
 * again as soon as a source changes, and is live while the command still runs.
 */
export async function synthesizer(command: string, directory: string, terminal: Terminal): Promise<Synthesizer> {
  const assembly = resolve(directory)
  const bundles = await bundlesOf(assembly)
  let child: ChildProcess | undefined
  let follower: Follower | undefined
  let closed = false
  void terminal.untilInterrupted().then(() => {
    closed = true
    kill(child)
  })
  const run = async () => {
    const environment = await bundles.environment()
    if (closed) return false
    // stdout is for what was asked of keg.
    child = spawn(command, {
      shell: true, detached: hasGroups, stdio: ['ignore', 2, 2], env: { ...process.env, ...environment, CDK_OUTDIR: assembly },
    })
    const [code]: unknown[] = await once(child, 'exit')
    child = undefined
    if (closed) return false
    if (code !== 0) terminal.err(`${command} failed with code ${String(code)}.`)
    else await bundles.synthesized().catch(() => undefined)
    return code === 0
  }
  return {
    live: bundles.live,
    run,
    async follow() {
      follower = new Follower(run, () => bundles.rebuild())
      await follower.follow(assembly)
    },
    async [Symbol.asyncDispose]() {
      closed = true
      const closing = follower?.close()
      kill(child)
      await closing
      await bundles[Symbol.asyncDispose]()
    },
  }
}

/** Whether a process can lead a group, which is ended as one: a shell ends alone otherwise, and what it has called goes on. */
const hasGroups = process.platform !== 'win32'

function kill(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return
  try {
    process.kill(hasGroups ? -child.pid : child.pid)
  } catch {
    // It has ended by itself.
  }
}

/** What follows the sources. */
class Follower {
  #closed = false
  #changes = 0
  #timer: NodeJS.Timeout | undefined
  #watcher: ReturnType<typeof watch> | undefined
  readonly #bundle: () => Promise<void>
  readonly #synthesize: () => Promise<void>

  constructor(synthesize: () => Promise<unknown>, bundle: () => Promise<void>) {
    const isClosed = () => this.#closed
    this.#bundle = oneAtATime(bundle, isClosed)
    this.#synthesize = oneAtATime(async () => {
      // The bundles first, alone: they are what somebody waits for.
      await this.#bundle()
      const before = this.#changes
      await synthesize()
      // Some of what it has bundled is older than the sources.
      if (this.#changes !== before) await this.#bundle()
    }, isClosed)
  }

  async follow(assembly: string): Promise<void> {
    this.#watcher = watch('.', { ignoreInitial: true, ignored: (path) => isNoSource(resolve(path), assembly) })
    this.#watcher.on('all', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => {
        this.#changes += 1
        void this.#bundle()
        void this.#synthesize()
      }, QUIET_MS)
    })
    await once(this.#watcher, 'ready')
  }

  /** Resolves when nothing runs any more. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#watcher?.close()
    await Promise.all([this.#bundle(), this.#synthesize()])
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

/**
 * Calls `run`, and once more after it where it was asked for meanwhile, until it is closed; resolves when that is done, and never rejects.
 */
function oneAtATime(run: () => Promise<unknown>, isClosed: () => boolean): () => Promise<void> {
  let running: Promise<void> | undefined
  let wanted = false
  const runWanted = async () => {
    while (wanted && !isClosed()) {
      wanted = false
      // What failed has said so, and the next change is another try.
      await run().catch(() => undefined)
    }
    running = undefined
  }
  return () => {
    wanted = true
    running ??= runWanted()
    return running
  }
}
