import { isJsonObject, type Json, type JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { shadowTopic, type ShadowId, type ShadowSubscription, type SubscribingTransport } from '../shadow-transport.ts'
import type { ShadowSnapshotJson } from './known-state.ts'
import { createRetry, type RetryOptions } from './retry.ts'

/** A message of one of the shadow's topics. */
export interface Versioned {
  readonly version: number
}

export interface FollowOptions<Message extends Versioned> extends RetryOptions {
  readonly id: ShadowId
  readonly transport: SubscribingTransport
  readonly get: (signal: AbortSignal) => Promise<ShadowSnapshotJson | undefined>
  /** Which messages to follow. */
  readonly topic: 'update/delta' | 'update/documents'
  /** Reads a message; `undefined` when it is none. */
  readonly read: (payload: JsonObject) => Message | undefined
  /** Told what the shadow is, after each connect and each deletion. */
  readonly begin: (snapshot: ShadowSnapshotJson | undefined) => void
  /** Told of each message that is newer than the last one and the last get. */
  readonly take: (message: Message) => void
  readonly onInvalid: (problem: { readonly message: string; readonly payload: unknown }) => void
  readonly onError: (error: ShadowError) => void
}

/**
 * Keeps up with a shadow: on every connect subscribes, gets, and then takes the messages that are newer than the get.
 * Versions are compared within one kind of message alone: accepted, delta and documents of one update share theirs, in any order.
 */
export function follow<Message extends Versioned>(options: FollowOptions<Message>): { stop(): Promise<void> } {
  const { id, transport } = options
  const topics = { message: `${shadowTopic(id)}/${options.topic}`, deleted: `${shadowTopic(id)}/delete/accepted` }
  const retry = createRetry(options)
  let lastVersion = 0
  /** Messages that came while the get is under way; `undefined` when there is none under way. */
  let held: Message[] | undefined
  let subscription: ShadowSubscription | undefined
  let attempt = new AbortController()

  function begin(snapshot: ShadowSnapshotJson | undefined): void {
    // Without a shadow versions start anew: after two more, or from 1 after 48 hours.
    lastVersion = snapshot?.version ?? 0
    options.begin(snapshot)
  }
  function take(message: Message): void {
    if (message.version <= lastVersion) return
    lastVersion = message.version
    options.take(message)
  }
  function receive(topic: string, payload: Uint8Array): void {
    const json = readJson(payload)
    if (topic === topics.deleted) {
      // It may come after the first message of a shadow that was made since.
      const version = isJsonObject(json) ? Number(json['version']) : lastVersion
      if (version < lastVersion) return
      if (held !== undefined) held = held.filter((message) => message.version > version)
      begin(undefined)
      return
    }
    const message = isJsonObject(json) ? options.read(json) : undefined
    if (message === undefined)
      options.onInvalid({ message: `No message of ${options.topic}.`, payload: json ?? new TextDecoder().decode(payload) })
    else if (held !== undefined) held.push(message)
    else take(message)
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
    begin(snapshot)
    const since = held
    held = undefined
    for (const message of since) take(message)
    retry.reset()
  }

  function start(): void {
    attempt.abort()
    attempt = new AbortController()
    const { signal } = attempt
    retry.cancel()
    synchronize(signal).catch((cause: unknown) => {
      if (signal.aborted) return
      options.onError(cause instanceof ShadowError ? cause : new ShadowError('DISCONNECTED', 'Synchronizing failed.', { cause }))
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
      attempt.abort(new ShadowError('CLOSED', 'Nobody follows the shadow any more.'))
      await subscription?.close()
    },
  }
}

function readJson(payload: Uint8Array): Json | undefined {
  try {
    // JSON.parse answers nothing but JSON.
    return JSON.parse(new TextDecoder().decode(payload)) as Json
  } catch {
    return undefined
  }
}
