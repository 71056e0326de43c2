import { isJsonObject, type Json } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { shadowTopic, type ShadowId, type ShadowSubscription, type SubscribingTransport } from '../shadow-transport.ts'
import type { Change, Delivery } from './delivery.ts'
import type { KnownState, ShadowSnapshotJson } from './known-state.ts'
import { createRetry, type RetryDelay } from './retry.ts'

export interface SynchronizerOptions {
  readonly id: ShadowId
  readonly transport: SubscribingTransport
  readonly known: KnownState
  readonly delivery: Delivery
  readonly get: (signal: AbortSignal) => Promise<ShadowSnapshotJson | undefined>
  readonly retryDelayMs: RetryDelay
  readonly onInvalid: (problem: { readonly message: string; readonly payload: unknown }) => void
  readonly onError: (error: unknown) => void
}

/**
 * Keeps up with a shadow: on every connect subscribes, gets, and then takes the deltas that are newer than the get.
 * Deltas are compared with deltas and gets alone: an accepted update has the version of its own delta, in any order.
 */
export function createSynchronizer(options: SynchronizerOptions): { stop(): Promise<void> } {
  const { id, transport, known, delivery } = options
  const topics = { delta: `${shadowTopic(id)}/update/delta`, deleted: `${shadowTopic(id)}/delete/accepted` }
  const retry = createRetry(options.retryDelayMs)
  let lastVersion = 0
  /** Deltas that came while the get is under way; `undefined` when there is none under way. */
  let held: Change[] | undefined
  let subscription: ShadowSubscription | undefined
  let attempt = new AbortController()

  function take(change: Change): void {
    if (change.version <= lastVersion) return
    lastVersion = change.version
    known.merge('desired', change.state, change.version)
    delivery.offer(change)
  }

  function receive(topic: string, payload: Uint8Array): void {
    if (topic === topics.deleted) {
      // Versions start anew, at once or after 48 hours.
      lastVersion = 0
      if (held !== undefined) held = []
      known.replace(undefined)
      delivery.offer(undefined)
    } else if (topic === topics.delta) {
      const change = readDelta(payload, options.onInvalid)
      if (change !== undefined && held !== undefined) held.push(change)
      else if (change !== undefined) take(change)
    }
  }

  async function synchronize(signal: AbortSignal): Promise<void> {
    held = []
    await subscription?.close()
    subscription = undefined
    signal.throwIfAborted()
    const opened = await transport.subscribe(Object.values(topics), (topic, payload) => {
      if (!signal.aborted) receive(topic, payload)
    })
    if (signal.aborted) return opened.close()
    subscription = opened
    const snapshot = await options.get(signal)
    signal.throwIfAborted()
    known.replace(snapshot)
    lastVersion = snapshot?.version ?? 0
    delivery.offer(snapshot?.delta && { state: snapshot.delta, version: snapshot.version })
    const since = held
    held = undefined
    for (const change of since) take(change)
    retry.reset()
  }

  function start(): void {
    attempt.abort()
    attempt = new AbortController()
    const { signal } = attempt
    retry.cancel()
    synchronize(signal).catch((error: unknown) => {
      if (signal.aborted) return
      options.onError(error)
      retry.later(start)
    })
  }

  let told = false
  const stopListening = transport.onConnection?.((connected) => {
    told = true
    if (connected) return start()
    attempt.abort()
    retry.reset()
  })
  // A transport that does not know yet how it stands queues or refuses what it is asked.
  if (!told) start()
  return {
    async stop() {
      stopListening?.()
      retry.cancel()
      attempt.abort(new ShadowError('CLOSED', 'The handler was removed.'))
      await subscription?.close()
    },
  }
}

function readDelta(payload: Uint8Array, onInvalid: SynchronizerOptions['onInvalid']): Change | undefined {
  const text = new TextDecoder().decode(payload)
  try {
    // JSON.parse answers nothing but JSON.
    const value = JSON.parse(text) as Json
    if (isJsonObject(value) && isJsonObject(value['state']) && typeof value['version'] === 'number') {
      return { state: value['state'], version: value['version'] }
    }
    onInvalid({ message: 'A delta has a state and a version.', payload: value })
  } catch {
    onInvalid({ message: 'A delta is JSON.', payload: text })
  }
  return undefined
}
