import { matchesTopicFilter } from '@keg/mqtt-topics'
import type { MessageHandler } from './line.ts'
import { UplinkError } from './uplink-error.ts'

interface Subscription {
  handler: MessageHandler
  /** Whether the broker's session holds it. */
  acknowledged: boolean
  readonly first: PromiseWithResolvers<void>
}

/** What a line asks its broker. Both resolve when the broker has acknowledged. */
export interface SubscriptionRequests {
  subscribe(filter: string): Promise<void>
  unsubscribe(filter: string): Promise<void>
  /** Told of what failed in the background. */
  onProblem(filter: string, error: unknown): void
}

/** The subscriptions of a line, whatever becomes of its connections. */
export interface Subscriptions {
  /**
   * Resolves when the broker has acknowledged it, now or at a later connection; rejects where it refuses. A second handler replaces the
   * first.
   */
  add(filter: string, handler: MessageHandler): Promise<void>
  remove(filter: string): void
  /** A connection is there: asks for what its session does not hold. */
  connected(sessionPresent: boolean): void
  disconnected(): void
  /** Hands a message on; answers when it is taken, where a handler takes its time. */
  deliver(topic: string, payload: Uint8Array): Promise<unknown> | undefined
  /** Rejects what was never acknowledged. */
  close(error: UplinkError): void
}

/** Subscriptions that are made anew at each connection whose session does not hold them. */
export function createSubscriptions(requests: SubscriptionRequests): Subscriptions {
  const subscriptions = new Map<string, Subscription>()
  /** Removed while there was no connection: the session still holds them. */
  const leftBehind = new Set<string>()
  let online = false

  function ask(filter: string, subscription: Subscription): void {
    requests.subscribe(filter).then(
      () => {
        subscription.acknowledged = true
        subscription.first.resolve()
      },
      (error: unknown) => {
        // A refusal may be over at the next connection, when policies or attributes have changed.
        if (error instanceof UplinkError && error.code === 'REFUSED') subscription.first.reject(error)
        // That the connection is lost was told; the next one asks again.
        if (online) requests.onProblem(filter, error)
      },
    )
  }
  const drop = (filter: string) => void requests.unsubscribe(filter).catch((error: unknown) => requests.onProblem(filter, error))

  return {
    add(filter, handler) {
      const there = subscriptions.get(filter)
      if (there !== undefined) {
        there.handler = handler
        return there.first.promise
      }
      const subscription: Subscription = { handler, acknowledged: false, first: Promise.withResolvers() }
      // Whoever does not wait for it must not end the process by it.
      subscription.first.promise.catch(() => undefined)
      subscriptions.set(filter, subscription)
      leftBehind.delete(filter)
      if (online) ask(filter, subscription)
      return subscription.first.promise
    },
    remove(filter) {
      if (!subscriptions.delete(filter)) return
      if (online) drop(filter)
      else leftBehind.add(filter)
    },
    connected(sessionPresent) {
      online = true
      for (const filter of leftBehind) if (sessionPresent) drop(filter)
      leftBehind.clear()
      for (const [filter, subscription] of subscriptions) {
        if (!sessionPresent) subscription.acknowledged = false
        if (!subscription.acknowledged) ask(filter, subscription)
      }
    },
    disconnected() {
      online = false
    },
    deliver(topic, payload) {
      const matching = [...subscriptions].filter(([filter]) => matchesTopicFilter(filter, topic))
      const later = matching.map(([, { handler }]) => handler(topic, payload)).filter((taken) => taken !== undefined)
      return later.length === 0 ? undefined : Promise.all(later)
    },
    close(error) {
      online = false
      for (const { first } of subscriptions.values()) first.reject(error)
      subscriptions.clear()
    },
  }
}
