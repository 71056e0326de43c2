import { setTimeout as sleep } from 'node:timers/promises'
import type { Sqs, SqsMessage } from '../sqs/sqs.ts'
import type { Lambda } from './lambda.ts'
import { sqsEvent, succeededMessages } from './sqs-event.ts'

/** The longest long poll. */
const POLL_SEC = 20
/** SQS hands out at most this many messages at once. */
const RECEIVE_MAX = 10
/** Batches in flight unless `ScalingConfig` says otherwise: where AWS begins. @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html */
const DEFAULT_BATCHES = 5
/** The wait after a poll that failed. */
const RETRY_MS = 1_000

/** An `AWS::Lambda::EventSourceMapping` of a queue. */
export interface SqsEventSourceOptions {
  readonly queueArn: string
  readonly queueUrl: string
  readonly functionArn: string
  readonly batchSize: number
  /** How long a batch may be gathered, in seconds; 0: what one poll brings. */
  readonly windowSec: number
  readonly reportBatchItemFailures: boolean
  /** `ScalingConfig.MaximumConcurrency`; absent: 5 batches at once. */
  readonly maximumConcurrency: number | undefined
  readonly region: string
  readonly log: (text: string) => void
  readonly nowMs: () => number
}

/** Polls a queue and invokes a function with batches of its messages, until stopped. */
export class SqsEventSource {
  readonly #options: SqsEventSourceOptions
  readonly #sqs: Sqs
  readonly #lambda: Lambda
  readonly #inFlight = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #polling: Promise<void> | undefined

  constructor(options: SqsEventSourceOptions, sqs: Sqs, lambda: Lambda) {
    this.#options = options
    this.#sqs = sqs
    this.#lambda = lambda
  }

  start(): void {
    this.#polling ??= this.#poll()
  }

  /** Takes no further batch, and waits for those in flight. The poll under way ends when the queue's engine closes. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#inFlight)
  }

  /** Resolves once the last poll has ended. */
  async ended(): Promise<void> {
    await this.#polling
  }

  async #poll(): Promise<void> {
    const { functionArn, maximumConcurrency } = this.#options
    const limit = Math.min(maximumConcurrency ?? DEFAULT_BATCHES, this.#lambda.concurrency(functionArn))
    // A function with no concurrency at all is AWS's way to stop its event sources.
    while (limit > 0 && !this.#stopping.signal.aborted) {
      // Polling only with a place free: a message that waits here would use up its visibility timeout.
      if (this.#inFlight.size >= limit) await Promise.race(this.#inFlight)
      const messages = await this.#batch()
      if (messages.length === 0 || this.#stopping.signal.aborted) continue
      const handled = this.#handle(messages).finally(() => this.#inFlight.delete(handled))
      this.#inFlight.add(handled)
    }
  }

  async #batch(): Promise<SqsMessage[]> {
    const { batchSize, windowSec, nowMs } = this.#options
    const messages = [...await this.#receive(batchSize, POLL_SEC)]
    const untilMs = nowMs() + windowSec * 1000
    while (messages.length > 0 && messages.length < batchSize && !this.#stopping.signal.aborted) {
      const leftSec = Math.ceil((untilMs - nowMs()) / 1000)
      if (leftSec <= 0) break
      messages.push(...await this.#receive(batchSize - messages.length, Math.min(leftSec, POLL_SEC)))
    }
    return messages
  }

  /** One poll; a failed one brings nothing, after a pause. */
  async #receive(maxMessages: number, waitSec: number): Promise<readonly SqsMessage[]> {
    const { queueUrl, log } = this.#options
    try {
      return await this.#sqs.receive(queueUrl, Math.min(maxMessages, RECEIVE_MAX), waitSec)
    } catch (error) {
      if (!this.#stopping.signal.aborted) log(`Polling ${queueUrl} failed: ${String(error)}`)
      await sleep(RETRY_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined)
      return []
    }
  }

  async #handle(messages: readonly SqsMessage[]): Promise<void> {
    const { queueArn, queueUrl, functionArn, region, reportBatchItemFailures, log } = this.#options
    try {
      const result = await this.#lambda.invoke(functionArn, JSON.stringify(sqsEvent(messages, queueArn, region)))
      const { succeeded, problem } = succeededMessages(messages, result, reportBatchItemFailures)
      if (problem !== undefined) log(`A batch of ${messages.length} messages stays in the queue: ${problem}`)
      await this.#sqs.delete(queueUrl, succeeded)
    } catch (error) {
      log(`A batch of ${messages.length} messages stays in the queue: ${String(error)}`)
    }
  }
}
