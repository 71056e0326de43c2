import { setTimeout as sleep } from 'node:timers/promises'
import { snsEvent, type Notification } from '../sns/notification.ts'
import type { Sqs, SqsMessage } from '../sqs/sqs.ts'
import type { Lambda } from './lambda.ts'

const POLL_SEC = 20
const RECEIVE_MAX = 10
const RETRY_MS = 1_000

/** A function's subscription to a topic. */
export interface SnsEventSourceOptions {
  /** The queue that holds what the topic has for the function. */
  readonly queueUrl: string
  readonly subscriptionArn: string
  readonly functionArn: string
  readonly log: (text: string) => void
}

/** Invokes a function, asynchronously, with each notification of a topic, until stopped. */
export class SnsEventSource {
  readonly #options: SnsEventSourceOptions
  readonly #sqs: Sqs
  readonly #lambda: Lambda
  readonly #stopping = new AbortController()
  #polling: Promise<void> | undefined

  constructor(options: SnsEventSourceOptions, sqs: Sqs, lambda: Lambda) {
    this.#options = options
    this.#sqs = sqs
    this.#lambda = lambda
  }

  start(): void {
    this.#polling ??= this.#poll()
  }

  /** Takes no further notification; invocations under way are Lambda's. */
  async stop(): Promise<void> {
    this.#stopping.abort()
  }

  /** Resolves once the last poll has ended. */
  async ended(): Promise<void> {
    await this.#polling
  }

  async #poll(): Promise<void> {
    const { queueUrl, log } = this.#options
    while (!this.#stopping.signal.aborted) {
      try {
        const messages = await this.#sqs.receive(queueUrl, RECEIVE_MAX, POLL_SEC)
        if (this.#stopping.signal.aborted) return
        for (const message of messages) this.#invoke(message)
        if (messages.length > 0) await this.#sqs.delete(queueUrl, messages)
      } catch (error) {
        if (!this.#stopping.signal.aborted) log(`Notifications were not delivered: ${String(error)}`)
        await sleep(RETRY_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
      }
    }
  }

  #invoke({ Body }: SqsMessage): void {
    const { functionArn, subscriptionArn } = this.#options
    // The engine's own envelope.
    this.#lambda.invokeAsync(functionArn, JSON.stringify(snsEvent(JSON.parse(Body) as Notification, subscriptionArn)))
  }
}
