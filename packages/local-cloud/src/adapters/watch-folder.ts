import { once } from 'node:events'
import { watch } from 'chokidar'

/** How long a folder has to be quiet: what writes it does so in many steps. */
const QUIET_MS = 100

/**
 * From when this resolves, calls `changed` whenever something in a folder or below it was written and the folder is quiet again, never twice at
 * the same time. `close` resolves once the call under way has ended.
 */
export async function watchFolder(folder: string, changed: () => Promise<void>): Promise<{ close(): Promise<void> }> {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let closed = false
  // Node's own, recursive, loses sight of folders that are renamed on Linux, and synthesis renames them.
  const watcher = watch(folder, { ignoreInitial: true })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(() => (closed ? undefined : changed()))), QUIET_MS)
  })
  // A folder below that goes while it is looked at.
  watcher.on('error', () => undefined)
  await once(watcher, 'ready')
  return {
    async close() {
      closed = true
      await watcher.close()
      clearTimeout(timer)
      await running
    },
  }
}
