import type { JsonObject } from '../document/json.ts'
import { deleteShadow, getShadow, updateShadow } from '../document/operations.ts'
import type { ShadowRecord } from '../document/shadow.ts'
import { ShadowError } from '../shadow-error.ts'
import { type ShadowOperation, type ShadowReply, shadowTopic, type SubscribingTransport } from '../shadow-transport.ts'

/** A transport to a service in memory, with a connection that can be cut. */
export interface MemoryTransport extends SubscribingTransport {
  /** Cuts the connection, and with it subscriptions and what is under way; or makes it again. */
  setConnected(connected: boolean): void
}

/** A shadow service in memory, for tests. It answers in AWS's order: delta, documents, then accepted. */
export interface MemoryShadowService {
  /** A connection of its own to this service, connected. */
  transport(): MemoryTransport
  /** Publishes to every connection as the service would. */
  publish(topic: string, payload: Uint8Array): void
}

type Handler = (topic: string, payload: Uint8Array) => void
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/**
 * Makes an empty shadow service in memory, for tests. `nowSec` gives the time of updates, in epoch seconds.
 *
 * @example
 * const service = createMemoryShadowService({ nowSec: () => Date.now() / 1000 })
 * const shadow = createShadowClient({ thingName: 'keg-1', transport: service.transport() })
 */
export function createMemoryShadowService({ nowSec }: { readonly nowSec: () => number }): MemoryShadowService {
  const records = new Map<string, ShadowRecord | undefined>()
  const connections = new Set<{ topics: ReadonlySet<string>; handler: Handler }>()
  const publish: Handler = (topic, payload) => {
    for (const { topics, handler } of [...connections]) if (topics.has(topic)) handler(topic, payload)
  }

  function run(operation: ShadowOperation, payload: JsonObject): ShadowReply {
    const base = shadowTopic(operation)
    const { kind, ...id } = operation
    const context = { ...id, nowSec: nowSec() }
    const operate = { get: getShadow, update: updateShadow, delete: deleteShadow }[kind]
    const { record, accepted, rejected, delta, documents } = operate(records.get(base), encode(payload), context)
    records.set(base, record)
    if (delta !== undefined) publish(`${base}/update/delta`, encode(delta))
    if (documents !== undefined) publish(`${base}/update/documents`, encode(documents))
    if (kind === 'delete' && accepted !== undefined) publish(`${base}/delete/accepted`, encode(accepted))
    // As JSON, apart from what the service keeps.
    return rejected === undefined ? { accepted: JSON.parse(JSON.stringify(accepted)) as JsonObject } : { rejected }
  }

  return { publish, transport: () => connect(run, connections) }
}

function connect(
  run: (operation: ShadowOperation, payload: JsonObject) => ShadowReply,
  connections: Set<{ topics: ReadonlySet<string>; handler: Handler }>,
): MemoryTransport {
  const subscriptions = new Set<{ topics: ReadonlySet<string>; handler: Handler }>()
  const listeners = new Set<(connected: boolean) => void>()
  let connection = new AbortController()
  const online = () => connection.signal.throwIfAborted()
  return {
    async request(operation, payload, { signal }) {
      online()
      const { signal: cut } = connection
      const reply = run(operation, payload)
      await Promise.resolve()
      signal.throwIfAborted()
      cut.throwIfAborted()
      return reply
    },
    async subscribe(topics, handler) {
      online()
      const subscription = { topics: new Set(topics), handler }
      subscriptions.add(subscription)
      connections.add(subscription)
      await Promise.resolve()
      return {
        async close() {
          subscriptions.delete(subscription)
          connections.delete(subscription)
        },
      }
    },
    onConnection(handler) {
      listeners.add(handler)
      handler(!connection.signal.aborted)
      return () => void listeners.delete(handler)
    },
    setConnected(connected) {
      if (connected === !connection.signal.aborted) return
      if (connected) connection = new AbortController()
      else connection.abort(new ShadowError('DISCONNECTED', 'The connection was cut.'))
      for (const subscription of subscriptions) connections.delete(subscription)
      subscriptions.clear()
      for (const listener of [...listeners]) listener(connected)
    },
  }
}
