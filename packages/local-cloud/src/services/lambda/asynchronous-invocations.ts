import { setTimeout as sleep } from 'node:timers/promises'
import type { DeadLetter } from './dead-letter.ts'
import type { Shelf } from '../../ground/shelf.ts'
import { recordKey } from './record-key.ts'
import type { SendRecord } from '../../ground/ports.ts'
import { invocationRecord, type InvocationCondition } from './invocation-record.ts'
import type { FunctionLogLine, InvocationResult, LambdaFunction } from './lambda-function.ts'

/**
 * A minute before the second attempt, two before the third.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
const RETRY_DELAYS_MS: readonly number[] = [60_000, 120_000]
/** Waits while the function is throttled: from a second on, twice as long each time, to five minutes. */
const THROTTLED_MS = 1_000
const THROTTLED_MAX_MS = 300_000
const AGE_MAX_MS = 6 * 3_600_000

/** `AWS::Lambda::EventInvokeConfig`: what becomes of asynchronous invocations. */
export interface InvokeConfig {
  /** 0 to 2; absent: 2. */
  readonly retriesMax?: number | undefined
  /** Absent: six hours. */
  readonly ageMaxMs?: number | undefined
  /** ARNs of destinations. */
  readonly onSuccess?: string | undefined
  readonly onFailure?: string | undefined
}

/** What asynchronous invocations run with. */
export interface AsynchronousOptions {
  readonly invoke: (functionArn: string, event: string, requestId: string) => Promise<InvocationResult>
  readonly sendRecord: SendRecord
  readonly deadLetter: DeadLetter
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (line: FunctionLogLine) => void
  /** What is queued, by request id. */
  readonly queue: Shelf<QueuedEvent>
  /** Whether the queue outlives this run. The next run then goes on with events that have not ended. */
  readonly durable: boolean
  /** The function that an ARN names now; `undefined` where there is none any more. */
  readonly find: (functionArn: string) => { readonly definition: LambdaFunction; readonly invokeConfig?: InvokeConfig } | undefined
  /** Waits before the second and the third attempt, in ms. Default: AWS's. */
  readonly retryDelaysMs?: readonly number[] | undefined
}

/** An event that waits for its function, or for its next attempt. */
export interface QueuedEvent {
  readonly functionArn: string
  readonly event: string
  readonly requestId: string
  readonly queuedAtMs: number
  /** Attempts that have failed. */
  readonly invocations: number
}

interface Queued extends QueuedEvent {
  readonly definition: LambdaFunction
  readonly config: InvokeConfig
}

/** Invocations that nobody waits for: tried again where they fail, then told of. */
export class AsynchronousInvocations {
  readonly #options: AsynchronousOptions
  readonly #open = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  constructor(options: AsynchronousOptions) {
    this.#options = options
  }

  /** Queues an event, and answers the id that all of its attempts have. */
  add(definition: LambdaFunction, config: InvokeConfig, event: string): string {
    const { nowMs, newId, queue } = this.#options
    const queued = { functionArn: definition.arn, event, requestId: newId(), queuedAtMs: nowMs(), invocations: 0 }
    queue.set(queued.requestId, queued)
    this.#begin({ ...queued, definition, config })
    return queued.requestId
  }

  /** Goes on with what an earlier run has left; what is for a function that is gone is dropped. */
  resume(): void {
    const { queue, find } = this.#options
    for (const [requestId, queued] of [...queue.entries()]) {
      const found = find(queued.functionArn)
      if (found === undefined) queue.delete(requestId)
      else this.#begin({ ...queued, definition: found.definition, config: found.invokeConfig ?? {} })
    }
  }

  #begin(queued: Queued): void {
    const attempts = this.#attempt(queued)
      .catch((error: unknown) => this.#say(queued.definition, queued.requestId, `An asynchronous invocation was dropped: ${String(error)}`))
      .finally(() => this.#open.delete(attempts))
    this.#open.add(attempts)
  }

  /** Begins no further attempt. */
  stop(): void {
    this.#closing.abort()
  }

  async settled(): Promise<void> {
    await Promise.all(this.#open)
  }

  async #attempt(queued: Queued): Promise<void> {
    const { definition, config, event, requestId, queuedAtMs } = queued
    const { invoke, nowMs, retryDelaysMs = RETRY_DELAYS_MS } = this.#options
    const delaysMs = retryDelaysMs.slice(0, config.retriesMax ?? retryDelaysMs.length)
    let result: InvocationResult | undefined
    for (let { invocations } = queued, throttled = 0, delayMs: number | undefined = 0; delayMs !== undefined;) {
      if (delayMs > 0) await sleep(delayMs, undefined, { signal: this.#closing.signal }).catch(() => undefined)
      if (this.#closing.signal.aborted) return this.#leave(queued)
      if (nowMs() - queuedAtMs > (config.ageMaxMs ?? AGE_MAX_MS)) return this.#end(queued, 'EventAgeExceeded', invocations, result)
      try {
        result = await invoke(definition.arn, event, requestId)
        invocations += 1
        const { definition: _, config: __, ...kept } = queued
        this.#options.queue.set(requestId, { ...kept, invocations })
        if (result.functionError === undefined) return await this.#end(queued, 'Success', invocations, result)
        this.#say(definition, requestId, `Asynchronous invocation failed: ${result.payload}`)
        delayMs = delaysMs[invocations - 1]
        if (delayMs === undefined) return await this.#end(queued, 'RetriesExhausted', invocations, result)
      } catch (error) {
        if (this.#closing.signal.aborted) continue
        // Not run at all, as when it is throttled: that is no attempt.
        this.#say(definition, requestId, `Asynchronous invocation failed: ${String(error)}`)
        delayMs = Math.min(THROTTLED_MS * 2 ** throttled, THROTTLED_MAX_MS)
        throttled += 1
      }
    }
  }

  #leave({ definition, requestId }: Queued): void {
    if (!this.#options.durable) this.#say(definition, requestId, 'An asynchronous invocation was dropped: the local cloud is closing.')
  }

  async #end(
    { definition, config, event, requestId }: Queued,
    condition: InvocationCondition,
    invocations: number,
    result: InvocationResult | undefined,
  ): Promise<void> {
    const { sendRecord, deadLetter, nowMs, newId } = this.#options
    const { name, arn, version = '$LATEST', deadLetterArn } = definition
    const failed = condition !== 'Success'
    const destination = failed ? config.onFailure : config.onSuccess
    if (failed) {
      this.#say(definition, requestId, condition === 'EventAgeExceeded'
        ? 'An asynchronous invocation was dropped: it is too old.'
        : 'An asynchronous invocation was dropped after its last attempt.')
    }
    const notTold = (where: string) => (error: unknown) => this.#say(definition, requestId, `${where} is not told of it: ${String(error)}`)
    const functionArn = arn.endsWith(`:${name}`) ? `${arn}:$LATEST` : arn
    if (destination !== undefined) {
      const record = invocationRecord({ requestId, functionArn, version, condition, invocations, event, result, nowMs: nowMs() })
      const names = {
        functionArn,
        objectKey: `aws/lambda/async/${name}/${recordKey(nowMs(), newId())}`,
        detailType: `Lambda Function Invocation Result - ${failed ? 'Failure' : 'Success'}`,
      }
      await sendRecord(destination, record, names).catch(notTold(destination))
    }
    if (failed && deadLetterArn !== undefined)
      await deadLetter(deadLetterArn, event, { requestId, errorMessage: errorMessageOf(result) }).catch(notTold(deadLetterArn))
    this.#options.queue.delete(requestId)
  }

  #say({ name }: LambdaFunction, requestId: string, text: string): void {
    this.#options.log({ functionName: name, requestId, stream: 'lambda', text })
  }
}

function errorMessageOf(result: InvocationResult | undefined): string {
  const answer: unknown = result === undefined ? undefined : JSON.parse(result.payload)
  return typeof answer === 'object' && answer !== null && 'errorMessage' in answer ? String(answer.errorMessage) : ''
}
