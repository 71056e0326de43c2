import type { ShadowClock } from '../clock.ts'
import { ShadowError } from '../shadow-error.ts'
import type { Documents } from './documents.ts'
import type { ShadowSnapshotJson } from './known-state.ts'
import type { JsonObject } from '../document/json.ts'

const DEFAULT_TIMEOUT_MS = 30_000
const DEFAULT_POLL_MS = 1000

export interface WaitForReport {
  readonly predicate: (reported: JsonObject, snapshot: ShadowSnapshotJson) => boolean
  readonly documents: (ended: AbortSignal, pollMs: number) => Documents
  readonly clock: ShadowClock
  readonly closed: AbortSignal
  readonly timeoutMs?: number
  readonly pollMs?: number
  readonly signal?: AbortSignal
}

/** Looks at documents until one has reported what is asked for. */
export async function waitUntilReported(wait: WaitForReport): Promise<ShadowSnapshotJson> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, pollMs = DEFAULT_POLL_MS } = wait
  const timeout = new AbortController()
  const ended = AbortSignal.any([wait.closed, timeout.signal, ...(wait.signal ? [wait.signal] : [])])
  ended.throwIfAborted()
  let seen: ShadowSnapshotJson | undefined
  const cancel = wait.clock.after(timeoutMs, () => {
    const evidence = seen && { currentVersion: seen.version }
    timeout.abort(new ShadowError('TIMEOUT', `It was not reported within ${timeoutMs} ms.`, evidence))
  })
  try {
    for await (const snapshot of wait.documents(ended, pollMs)) {
      seen = snapshot
      if (snapshot !== undefined && wait.predicate(snapshot.reported, snapshot)) return snapshot
    }
    // Documents end with the signal alone.
    throw ended.reason
  } finally {
    cancel()
  }
}
