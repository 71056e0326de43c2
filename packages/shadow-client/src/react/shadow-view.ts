import type { LiveShadowClient, ShadowSnapshot, StatePart, StatePatch } from '../client/types.ts'
import type { JsonObject } from '../document/json.ts'
import { computeDelta, mergeState } from '../document/state.ts'

/** A shadow as a page shows it. */
export interface ShadowView<State> {
  /** `loading` until the shadow is known; `pending` while something is desired that is not reported; else `confirmed`. */
  readonly status: 'loading' | 'pending' | 'confirmed'
  /** What is wanted, with what was just asked for here; `undefined` where there is no shadow. */
  readonly desired: StatePart<State> | undefined
  /** What is so. */
  readonly reported: StatePart<State> | undefined
  /** What is wanted and not yet so; absent when all is confirmed. */
  readonly pending: StatePart<State> | undefined
  /** Why the last `setDesired` failed; gone with the next one. */
  readonly error: unknown
  /** Asks for a change: it is pending at once. Resolves when it was accepted or refused; never rejects, see `error`. */
  readonly setDesired: (patch: StatePatch<State>) => Promise<void>
}

/** Keeps a view up to date while somebody listens. */
export interface ShadowViews<State> {
  readonly subscribe: (listener: () => void) => () => void
  /** The same object until something changes. */
  readonly current: () => ShadowView<State>
}

interface Asked {
  readonly patch: JsonObject
  /** The version that holds the patch, once it was accepted. */
  version?: number
}

/**
 * Makes a store of a client's shadow, as `useSyncExternalStore` takes it, for frameworks other than React as well.
 *
 * @example
 * const { transport } = createMemoryShadowService({ nowSec: () => 0 })
 * const views = createShadowViews(createShadowClient({ thingName: 'keg-1', transport: transport() }))
 * const unsubscribe = views.subscribe(() => console.log(views.current().status))
 */
export function createShadowViews<State>(client: LiveShadowClient<State>): ShadowViews<State> {
  const listeners = new Set<() => void>()
  let asked: readonly Asked[] = []
  let known: { readonly snapshot: ShadowSnapshot<State> | undefined } | undefined
  let error: unknown
  let watching: AbortController | undefined
  let view = look()

  function look(): ShadowView<State> {
    const patches = asked.map(({ patch }) => patch)
    const desired = patches.reduce(mergeState, (known?.snapshot?.desired ?? {}) as JsonObject)
    const reported = known?.snapshot?.reported
    const pending = computeDelta(desired, reported as JsonObject | undefined)
    const status = known === undefined ? 'loading' : pending === undefined ? 'confirmed' : 'pending'
    const there = known?.snapshot !== undefined || patches.length > 0
    // JSON, of the state that the client was typed with.
    return {
      status, desired: there ? (desired as StatePart<State>) : undefined, reported, pending: pending as StatePart<State> | undefined, error,
      setDesired,
    }
  }
  function change(): void {
    view = look()
    for (const listener of [...listeners]) listener()
  }
  function forgetSeen(): void {
    const version = known?.snapshot?.version ?? 0
    asked = asked.filter((it) => it.version === undefined || it.version > version)
  }
  async function setDesired(patch: StatePatch<State>): Promise<void> {
    const mine: Asked = { patch: patch as JsonObject }
    asked = [...asked, mine]
    error = undefined
    change()
    try {
      mine.version = (await client.setDesired(patch)).version
      forgetSeen()
    } catch (cause) {
      asked = asked.filter((it) => it !== mine)
      error = cause
    }
    change()
  }
  async function watch(signal: AbortSignal): Promise<void> {
    for await (const snapshot of client.watch({ signal })) {
      known = { snapshot }
      forgetSeen()
      change()
    }
  }

  return {
    current: () => view,
    subscribe(listener) {
      listeners.add(listener)
      if (watching === undefined) {
        watching = new AbortController()
        // Ends with the signal; what fails on the way is told to the client's `onError`.
        watch(watching.signal).catch(() => undefined)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        watching?.abort()
        watching = undefined
      }
    },
  }
}
