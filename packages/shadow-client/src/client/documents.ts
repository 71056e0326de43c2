import { isJsonObject } from '../document/json.ts'
import type { ShadowClock } from '../clock.ts'
import { follow } from './follow.ts'
import { type KnownState, readSnapshot, type ShadowSnapshotJson } from './known-state.ts'
import { createLatest } from './latest.ts'
import type { Following } from './obey.ts'

/** A shadow as it is and becomes; `undefined` while there is none. */
export type Documents = AsyncGenerator<ShadowSnapshotJson | undefined, undefined>

/** The documents as the service publishes them, the present one first, until the signal is aborted. */
export async function* publishedDocuments(following: Following, known: KnownState, ended: AbortSignal): Documents {
  const latest = createLatest<ShadowSnapshotJson | undefined>()
  const put = (snapshot: ShadowSnapshotJson | undefined) => {
    // Another follower may know more by now.
    if (snapshot === undefined || snapshot.version >= (known.value?.version ?? 0)) known.replace(snapshot)
    latest.put(snapshot)
  }
  const followed = follow<ShadowSnapshotJson>({
    ...following,
    topic: 'update/documents',
    read: ({ current }) => (isJsonObject(current) ? readSnapshot(current) : undefined),
    begin: put,
    take: put,
  })
  try {
    for (let next = await latest.take(ended); next !== undefined; next = await latest.take(ended)) yield next.it
  } finally {
    await followed.stop()
  }
}

export interface PollingOptions {
  readonly get: (signal: AbortSignal) => Promise<ShadowSnapshotJson | undefined>
  readonly clock: ShadowClock
  readonly pollMs: number
  readonly onError: (error: unknown) => void
}

/** The documents as they are asked for again and again, until the signal is aborted. */
export async function* polledDocuments({ get, clock, pollMs, onError }: PollingOptions, ended: AbortSignal): Documents {
  while (!ended.aborted) {
    const got = await get(ended).then((it) => ({ it }), (error: unknown) => void (ended.aborted || onError(error)))
    if (ended.aborted) return
    if (got) yield got.it
    const turn = createLatest<true>()
    const cancel = clock.after(pollMs, () => turn.put(true))
    await turn.take(ended)
    cancel()
  }
}
