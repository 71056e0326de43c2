import { existsSync } from 'node:fs'
import { link, lstat, mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LocalIotError } from '../errors/local-iot-error.ts'

/** A core that listens on this machine, as other processes of its user find it. */
export interface RunningCore {
  /** Its own among those that run: what `--core` of the keg command takes. */
  readonly name: string
  /** `core`: AWS IoT Core alone; `cloud`: that of a synthesized stack; `system`: that of the brewery, with its kegs and its page. */
  readonly kind: 'core' | 'cloud' | 'system'
  readonly pid: number
  readonly startedAtMs: number
  /** `mqtts` is absent where an earlier version runs. */
  readonly endpoints: { readonly wss: string; readonly https: string; readonly control: string; readonly mqtts?: string }
  readonly caFile: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** The one AWS endpoint of the cloud that the core is part of; absent: it runs alone. */
  readonly cloudEndpoint?: string
}

/** How a core is told of. */
export interface AnnounceOptions {
  readonly kind?: RunningCore['kind']
  /** Refused where a core that runs has it. */
  readonly name?: string
  /** What to be named after without `name`; `-2` and so on where a core that runs has it. Default: the kind. */
  readonly nameAfter?: string
  readonly cloudEndpoint?: string
}

/** A core that was told of. */
export interface AnnouncedCore {
  readonly name: string
  /** From when this resolves, nobody is told of it any more. */
  takeBack(): Promise<void>
}

/** Who we are, where users have numbers. */
const user = () => process.getuid?.() ?? 0

/** So long may a core take to accept a connection: its process is there, so that it is only slow. */
const ANSWER_MS = 2_000
const NAMES_MAX = 1_000
const ANNOUNCED = /^(?!\.).*\.json$/

/** One file each in a folder of the user's own. They hold keys of the cores, so that their owner alone may read them. */
function folderOf(): string {
  const runtime = process.env['XDG_RUNTIME_DIR']
  return join(runtime !== undefined && existsSync(runtime) ? runtime : tmpdir(), `keg-cores-${user()}`)
}

/**
 * Whether a text can be the name of a core: up to 64 letters, digits, `_`, `-` and `.`.
 *
 * @example
 * isCoreName('bar-2')  // true
 * isCoreName('../bar')  // false
 */
export const isCoreName = (text: string): boolean => /^[A-Za-z0-9_][\w.-]{0,63}$/.test(text)

/**
 * Makes a core known to other processes of this user, as `keg ps` lists them.
 * Throws `LocalIotError`: `NAME_TAKEN` where another running core has the name, `ANNOUNCE_FAILED` where the folder for it belongs to
 * somebody else.
 *
 * @example
 * await using iot = await createLocalIot()
 * const announced = await announceCore(iot, { name: 'bar' })
 * await announced.takeBack()
 */
export async function announceCore(
  core: Pick<RunningCore, 'endpoints' | 'caFile' | 'region' | 'credentials'>, options: AnnounceOptions = {},
): Promise<AnnouncedCore> {
  const { kind = 'core', name, nameAfter = kind, cloudEndpoint } = options
  // What a name of those that are gone stands for is swept first.
  await runningCores()
  const { endpoints: { wss, https, control, mqtts }, caFile, region, credentials } = core
  const text = (own: string) => JSON.stringify({
    name: own, kind, pid: process.pid, startedAtMs: Date.now(), caFile, region, credentials, cloudEndpoint,
    endpoints: { wss, https, control, ...(mqtts === undefined ? {} : { mqtts }) },
  } satisfies Omit<RunningCore, 'cloudEndpoint'> & { cloudEndpoint: string | undefined })
  const first = nameOf(name ?? nameAfter)
  for (let count = 1; count <= (name === undefined ? NAMES_MAX : 1); count += 1) {
    const own = count === 1 ? first : `${first}-${count}`
    const file = await claim(own, text)
    if (file !== undefined) return { name: own, takeBack: () => takeBack(file) }
  }
  throw new LocalIotError('NAME_TAKEN', `A core named ${first} runs already on this machine; give this one another name.`)
}

/** What is no name becomes one. */
function nameOf(text: string): string {
  const name = text.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '').slice(0, 60)
  return name === '' ? 'core' : name
}

/** Puts the file of a name there, whole at once; `undefined` where there is one. */
async function claim(name: string, text: (name: string) => string): Promise<string | undefined> {
  const folder = folderOf()
  for (let tries = 1; ; tries += 1) {
    await mkdir(folder, { mode: 0o700 }).catch(ignore('EEXIST'))
    if (!(await isOurs(folder))) throw new LocalIotError('ANNOUNCE_FAILED', `Other commands can't be told of this core: ${folder} is no folder that its owner alone can enter. Remove it, or set XDG_RUNTIME_DIR to a folder of yours.`)
    const written = join(folder, `.${name}.${process.pid}`)
    try {
      await writeFile(written, text(name), { mode: 0o600, flag: 'wx' })
      await link(written, join(folder, `${name}.json`))
      return join(folder, `${name}.json`)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return undefined
      // Whoever was the last there has just removed the folder.
      if (codeOf(error) !== 'ENOENT' || tries === 10) throw error
    } finally {
      await rm(written, { force: true })
    }
  }
}

async function takeBack(file: string): Promise<void> {
  // Nobody else takes the name of a core that answers.
  if ((await readCore(file))?.pid !== process.pid) return
  await rm(file, { force: true })
  await rmdir(folderOf()).catch(ignore('ENOTEMPTY', 'EEXIST', 'ENOENT'))
}

/**
 * Lists the running cores of this user on this machine, the first started first. Removes the files of those that are gone.
 *
 * @example for (const { name, endpoints } of await runningCores()) console.log(name, endpoints.https)
 */
export async function runningCores(): Promise<readonly RunningCore[]> {
  const folder = folderOf()
  // Files that somebody else made could send a user's messages anywhere.
  if (!(await isOurs(folder))) return []
  const files = (await readdir(folder)).filter((name) => ANNOUNCED.test(name)).map((name) => join(folder, name))
  const cores = await Promise.all(files.map(async (file) => {
    const core = await readCore(file)
    if (core !== undefined && await runs(core)) return core
    // Another core may have taken the name meanwhile.
    if (core !== undefined && (await readCore(file))?.pid === core.pid) await rm(file, { force: true })
    return undefined
  }))
  return cores.filter((core) => core !== undefined).sort((one, other) => one.startedAtMs - other.startedAtMs)
}

async function isOurs(folder: string): Promise<boolean> {
  const stats = await lstat(folder).catch(ignore('ENOENT'))
  // Windows has no such modes.
  return stats !== undefined && stats.isDirectory() && stats.uid === user() && (process.platform === 'win32' || (stats.mode & 0o077) === 0)
}

async function readCore(file: string): Promise<RunningCore | undefined> {
  const text = await readFile(file, 'utf8').catch(ignore('ENOENT'))
  // Written by `announceCore`, whole.
  return text === undefined ? undefined : (JSON.parse(text) as RunningCore)
}

/** Its number may be another process's since, and its port another's: both are there for one that runs. */
async function runs({ pid, endpoints }: RunningCore): Promise<boolean> {
  if (!isThere(pid)) return false
  const { hostname, port } = new URL(endpoints.https)
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 443) })
  const asked = new AbortController()
  try {
    return await Promise.race([
      new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', (error) =>
        resolve(codeOf(error) !== 'ECONNREFUSED'))),
      delay(ANSWER_MS, true, { signal: asked.signal, ref: false }),
    ])
  } finally {
    asked.abort()
    socket.destroy()
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Answers `undefined` for errors of these codes. */
const ignore = (...codes: readonly string[]) => (error: unknown): undefined => {
  if (!codes.includes(String(codeOf(error)))) throw error
}
