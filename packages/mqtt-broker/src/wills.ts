import type { Clock } from './clock.ts'
import type { Client } from './client.ts'
import { withDetails, type BrokerLog } from './hooks.ts'
import { expiresAt, type Message, type MessageSource } from './message.ts'
import type { Routing } from './routing.ts'
import { willRefusal, type Will } from './will.ts'

/** The Wills of clients that went, published at once or after their delay. */
export class Wills {
  readonly #clock: Clock
  readonly #log: BrokerLog
  readonly #maxExpirySec: number
  readonly #publish: (message: Message, source: MessageSource) => Routing | undefined
  readonly #delayed = new Map<string, { readonly client: Client; readonly cancel: () => void }>()

  constructor(
    clock: Clock, log: BrokerLog, maxExpirySec: number, publish: (message: Message, source: MessageSource) => Routing | undefined,
  ) {
    this.#clock = clock
    this.#log = log
    this.#maxExpirySec = maxExpirySec
    this.#publish = publish
  }

  /** The client went without saying goodbye; its session's end cuts the delay short. */
  leave(client: Client): void {
    const { clientId, will, session } = client
    if (will === undefined) return
    const delaySec = Math.min(will.delaySec, session.state.expirySec)
    if (delaySec > 0) this.#delayed.set(clientId, { client, cancel: this.#clock.after(delaySec * 1000, () => this.#send(client)) })
    else this.#send(client)
  }

  /** The client's session is over: a Will that waits goes out at once. [MQTT-3.1.2-8] */
  sessionEnded(clientId: string): void {
    const delayed = this.#delayed.get(clientId)
    if (delayed === undefined) return
    delayed.cancel()
    this.#send(delayed.client)
  }

  /** The client is back in time. [MQTT-3.1.3-9] */
  takeBack(clientId: string): void {
    this.#delayed.get(clientId)?.cancel()
    this.#delayed.delete(clientId)
  }

  close(): void {
    for (const clientId of [...this.#delayed.keys()]) this.takeBack(clientId)
  }

  /** Never throws: it runs where a connection has ended or a timer fires, and nobody is there to be told. */
  #send(client: Client): void {
    const { clientId, will } = client
    this.#delayed.delete(clientId)
    if (will === undefined) return
    const { topic } = will.message
    const failed = (error: unknown) =>
      this.#log({ level: 'error', event: 'routing-failed', clientId, topic, message: `A Will could not be routed: ${String(error)}` })
    try {
      this.#route(client, will)?.safe?.catch(failed)
    } catch (error) {
      failed(error)
    }
  }

  #route({ clientId, authorization, source }: Client, will: Will): Routing | undefined {
    const { topic } = will.message
    // It was allowed on CONNECT; policies may have changed since.
    const refused = willRefusal(authorization, will.message)
    if (refused !== undefined) {
      const message = withDetails(refused.reason, refused.details)
      this.#log({ level: 'warn', event: 'publish-refused', clientId, topic, reason: 'AUTH_ERROR', message })
      return undefined
    }
    // [MQTT-3.1.2-14] [MQTT-3.1.2-15]
    const message = { ...will.message, expiresAtMs: expiresAt(this.#clock.nowMs(), will.expiryIntervalSec, this.#maxExpirySec) }
    return this.#publish(message, source)
  }
}
