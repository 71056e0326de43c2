import type { JsonObject } from '../document/json.ts'
import { ShadowError } from '../shadow-error.ts'
import { type ShadowReply, shadowTopic, type SubscribingTransport } from '../shadow-transport.ts'

/** An MQTT client as the shadow topics need it. Messages are sent with QoS 1, and its members reject when the broker refuses. */
export interface TopicConnection {
  publish(topic: string, payload: Uint8Array): Promise<void>
  /** Resolves when every topic was acknowledged. */
  subscribe(topics: readonly string[]): Promise<void>
  unsubscribe(topics: readonly string[]): Promise<void>
  /** Answers how to stop listening. */
  onMessage(handler: (topic: string, payload: Uint8Array) => void): () => void
  /** Answers how to stop listening. Tells at once only when it knows. */
  onConnection(handler: (connected: boolean) => void): () => void
}

/** A transport over MQTT topics. It does not own the connection: closing it only stops listening. */
export interface TopicTransport extends SubscribingTransport {
  close(): void
}

type Handler = (topic: string, payload: Uint8Array) => void
interface Waiting {
  resolve(reply: ShadowReply): void
  reject(error: unknown): void
}

/** Handlers by topic; what must be subscribed to and what no longer. */
function createSubscribers() {
  const handlers = new Map<string, Set<Handler>>()
  return {
    deliver(topic: string, payload: Uint8Array) {
      for (const handler of [...(handlers.get(topic) ?? [])]) handler(topic, payload)
    },
    add(topics: readonly string[], handler: Handler) {
      for (const topic of topics) handlers.set(topic, (handlers.get(topic) ?? new Set()).add(handler))
    },
    /** Answers the topics that nobody listens to any more. */
    remove(topics: readonly string[], handler: Handler): string[] {
      return topics.filter((topic) => {
        const there = handlers.get(topic)
        if (there === undefined || !there.delete(handler) || there.size > 0) return false
        return handlers.delete(topic)
      })
    },
    clear: () => handlers.clear(),
  }
}

/** Requests and answers by client token: others' answers arrive on the same topics. */
function createReplies() {
  const waiting = new Map<unknown, Waiting>()
  return {
    settle(topic: string, payload: Uint8Array) {
      const answer = readObject(payload)
      const asked = waiting.get(answer?.['clientToken'])
      if (answer === undefined || asked === undefined) return
      if (topic.endsWith('/accepted')) asked.resolve({ accepted: answer })
      else asked.resolve({ rejected: { code: Number(answer['code']), message: String(answer['message']) } })
    },
    expect(token: unknown, signal: AbortSignal, send: () => Promise<void>): Promise<ShadowReply> {
      return new Promise<ShadowReply>((resolve, reject) => {
        signal.throwIfAborted()
        signal.addEventListener('abort', () => reject(signal.reason), { once: true })
        waiting.set(token, { resolve, reject })
        send().catch(reject)
      }).finally(() => waiting.delete(token))
    },
    fail(error: ShadowError) {
      for (const { reject } of [...waiting.values()]) reject(error)
    },
  }
}

function readObject(payload: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(payload))
    // JSON.parse answers nothing but JSON.
    return typeof value === 'object' && value !== null ? (value as JsonObject) : undefined
  } catch {
    return undefined
  }
}

/** The shadow service over its reserved topics, for any MQTT client. */
export function topicTransport(connection: TopicConnection): TopicTransport {
  const subscribers = createSubscribers()
  const replies = createReplies()
  const listeners = new Set<(connected: boolean) => void>()
  /** Reply topics of this connection that were subscribed to, by the request topic. */
  const listening = new Map<string, Promise<void>>()
  let connected: boolean | undefined

  const stopMessages = connection.onMessage(subscribers.deliver)
  const stopConnection = connection.onConnection((now) => {
    connected = now
    subscribers.clear()
    listening.clear()
    if (!now) replies.fail(new ShadowError('DISCONNECTED', 'The connection was lost before the answer came.'))
    for (const listener of [...listeners]) listener(now)
  })

  function listen(requestTopic: string): Promise<void> {
    const there = listening.get(requestTopic)
    if (there !== undefined) return there
    const topics = [`${requestTopic}/accepted`, `${requestTopic}/rejected`]
    subscribers.add(topics, replies.settle)
    const acknowledged = connection.subscribe(topics)
    listening.set(requestTopic, acknowledged)
    acknowledged.catch(() => {
      if (listening.get(requestTopic) === acknowledged) listening.delete(requestTopic)
    })
    return acknowledged
  }

  return {
    async request(operation, payload, { signal }) {
      // An MQTT client may keep what is published until it is connected again, and then it may be out of date.
      if (connected === false) throw new ShadowError('DISCONNECTED', 'There is no connection.')
      const topic = `${shadowTopic(operation)}/${operation.kind}`
      await listen(topic)
      return replies.expect(payload['clientToken'], signal, () =>
        connection.publish(topic, new TextEncoder().encode(JSON.stringify(payload))))
    },
    async subscribe(topics, handler) {
      subscribers.add(topics, handler)
      await connection.subscribe(topics)
      return {
        async close() {
          const left = subscribers.remove(topics, handler)
          // Without a connection there is nothing left to end, and an unsubscription that fails costs a few messages.
          if (left.length > 0 && connected !== false) await connection.unsubscribe(left).catch(() => undefined)
        },
      }
    },
    onConnection(handler) {
      listeners.add(handler)
      if (connected !== undefined) handler(connected)
      return () => void listeners.delete(handler)
    },
    close() {
      stopMessages()
      stopConnection()
      replies.fail(new ShadowError('CLOSED', 'The transport is closed.'))
    },
  }
}
