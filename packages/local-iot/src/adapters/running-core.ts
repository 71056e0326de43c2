import { existsSync } from 'node:fs'
import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A core that listens on this machine, as other processes of its user find it. */
export interface RunningCore {
  readonly endpoints: { readonly wss: string; readonly https: string; readonly control: string }
  readonly caFile: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** The one AWS endpoint of the cloud that the core is part of; absent: it runs alone. */
  readonly cloudEndpoint?: string
}

/** Who we are, where users have numbers. */
const user = () => process.getuid?.() ?? 0

/** One file a user: the core that was started last. It holds a key of that core, so that its owner alone may read it. */
function fileOf(): string {
  const runtime = process.env['XDG_RUNTIME_DIR']
  return join(runtime !== undefined && existsSync(runtime) ? runtime : tmpdir(), `keg-core-${user()}.json`)
}

/** Tells other processes of this user of a core; the function returned takes it back. Rejects where the file can't be written. */
export async function announceCore({ endpoints: { wss, https, control }, caFile, region, credentials }: Omit<RunningCore, 'cloudEndpoint'>, cloudEndpoint?: string): Promise<() => Promise<void>> {
  const file = fileOf()
  const text = JSON.stringify({ endpoints: { wss, https, control }, caFile, region, credentials, cloudEndpoint, pid: process.pid })
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
  if (stats === undefined || !stats.isFile() || stats.uid !== user()) return undefined
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
