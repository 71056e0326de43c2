import { isJsonObject, type JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { type Change, createDelivery } from './delivery.ts'
import { follow, type FollowOptions } from './follow.ts'
import type { KnownState, ShadowSnapshotJson } from './known-state.ts'

/** What following a shadow needs, whatever its messages. */
export type Following = Omit<FollowOptions<never>, 'topic' | 'read' | 'begin' | 'take'>

export interface ObeyOptions {
  readonly following: Following
  readonly known: KnownState
  /** Why a change is refused; `undefined` when it is not. */
  readonly refusal: (change: JsonObject) => Promise<string | undefined>
  readonly handle: (change: JsonObject, version: number) => void | Promise<void>
  /** Told what the shadow is each time it was read. */
  readonly onSynchronized?: ((snapshot: ShadowSnapshotJson | undefined) => void) | undefined
}

/** Delivers to a handler what is desired and not reported, until it is. Answers how to stop. */
export function obey({ following, known, refusal, handle, onSynchronized }: ObeyOptions): { stop(): Promise<void> } {
  const { onInvalid, onError } = following
  let stopped = false

  async function deliver({ state, version }: Change): Promise<void> {
    const change = known.remaining(state, version)
    if (change === undefined) return
    const message = await refusal(change)
    if (message !== undefined) return onInvalid({ message, payload: change })
    try {
      if (!stopped) await handle(change, version)
    } catch (cause) {
      if (!stopped)
        onError(new ShadowError('HANDLER_FAILED', `The handler failed on version ${version}; it gets the change again.`, { cause }))
      throw cause
    }
  }

  const delivery = createDelivery({ ...following, deliver })
  const followed = follow<Change>({
    ...following,
    topic: 'update/delta',
    read: ({ state, version }) => (isJsonObject(state) && typeof version === 'number' ? { state, version } : undefined),
    begin(snapshot) {
      known.replace(snapshot)
      onSynchronized?.(snapshot)
      delivery.offer(snapshot?.delta && { state: snapshot.delta, version: snapshot.version })
    },
    take(change) {
      known.merge('desired', change.state, change.version)
      delivery.offer(change)
    },
  })
  return {
    stop() {
      stopped = true
      delivery.stop()
      return followed.stop()
    },
  }
}
