import type { Clock, Table } from '@keg/mqtt-broker'

/** Entries that are there for a time, each as long as the others. */
export interface Expiry {
  /** Removes what has run out, and waits for the next. To be called for every entry that comes. */
  sweep(): void
  /** Waits no longer. */
  stop(): void
}

/** `gone` is told of each entry that has run out, once it is no longer in the table. The first in the table is the first to run out. */
export function expiryOf<Entry extends { readonly expiresAtMs: number }>(
  clock: Clock, table: Table<Entry>, gone: (entry: Entry) => void,
): Expiry {
  let cancel: (() => void) | undefined
  const sweep = () => {
    for (const [key, entry] of table.entries()) {
      const leftMs = entry.expiresAtMs - clock.nowMs()
      if (leftMs > 0) {
        cancel ??= clock.after(leftMs, wake)
        return
      }
      table.delete(key)
      gone(entry)
    }
  }
  const wake = () => {
    cancel = undefined
    sweep()
  }
  return {
    sweep,
    stop() {
      cancel?.()
      // Whoever comes later waits for nothing.
      cancel = () => undefined
    },
  }
}
