import { watch } from 'node:fs'

/** How long a folder has to be quiet: what writes it does so in many steps. */
const QUIET_MS = 100

/**
 * Calls `changed` whenever something in a folder or below it was written and the folder is quiet again, never twice at the same time.
 * `close` resolves once the call under way has ended.
 */
export function watchFolder(folder: string, changed: () => Promise<void>): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let closed = false
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(() => (closed ? undefined : changed()))), QUIET_MS)
  })
  // A folder below that goes while it is looked at.
  watcher.on('error', () => undefined)
  return {
    async close() {
      closed = true
      watcher.close()
      clearTimeout(timer)
      await running
    },
  }
}
