import { once } from 'node:events'
import { watch } from 'chokidar'

/** How long a folder has to be quiet before it counts as written: programs write it in many steps. */
const QUIET_MS = 100

/**
 * Watches a folder and everything below it. Once this has resolved, it calls `changed` when something was written and the folder is quiet
 * again, one call at a time. `close` resolves once the call under way has ended.
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
