import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** A core that listens on this machine, as other verbs find it. */
export interface RunningCore {
  readonly endpoints: { readonly wss: string; readonly https: string; readonly control: string }
  readonly caFile: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

/** One file a user: the core that was started last. It holds a key of that core, so that its owner alone may read it. */
const fileOf = () => join(process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), `keg-core-${userInfo().uid}.json`)

/** Tells other verbs of this core; the function returned takes it back. */
export async function announceCore({ endpoints: { wss, https, control }, caFile, region, credentials }: RunningCore): Promise<() => Promise<void>> {
  const file = fileOf()
  const text = JSON.stringify({ endpoints: { wss, https, control }, caFile, region, credentials, pid: process.pid })
  const written = `${file}.${process.pid}`
  await writeFile(written, text, { mode: 0o600, flag: 'wx' })
  await rename(written, file)
  return async () => {
    // Another core may have been started since.
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) await rm(file, { force: true })
  }
}

/** The core that was started last on this machine and still runs; `undefined` when there is none. */
export async function findRunningCore(): Promise<RunningCore | undefined> {
  const file = fileOf()
  const stats = await lstat(file).catch(() => undefined)
  // A file that somebody else made could send a user's messages anywhere.
  if (stats === undefined || !stats.isFile() || stats.uid !== userInfo().uid) return undefined
  // Written by `announceCore`.
  const core = JSON.parse(await readFile(file, 'utf8')) as RunningCore & { pid: number }
  return isRunning(core.pid) ? core : undefined
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
