import { setTimeout as sleep } from 'node:timers/promises'
import type { DeadLetter } from './dead-letter.ts'
import { recordKey, type SendRecord } from './destinations.ts'
import { invocationRecord, type InvocationCondition } from './invocation-record.ts'
import type { FunctionLogLine, InvocationResult, LambdaFunction } from './lambda-function.ts'

/** A minute before the second attempt, two before the third. @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
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
  /** Waits before the second and the third attempt, in ms. Default: AWS's. */
  readonly retryDelaysMs?: readonly number[] | undefined
}

interface Queued {
  readonly definition: LambdaFunction
  readonly config: InvokeConfig
  readonly event: string
  readonly requestId: string
  readonly queuedAtMs: number
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
    const requestId = this.#options.newId()
    const attempts = this.#attempt({ definition, config, event, requestId, queuedAtMs: this.#options.nowMs() })
      .catch((error: unknown) => this.#say(definition, requestId, `An asynchronous invocation was dropped: ${String(error)}`))
      .finally(() => this.#open.delete(attempts))
    this.#open.add(attempts)
    return requestId
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
    for (let invocations = 0, throttled = 0, delayMs: number | undefined = 0; delayMs !== undefined;) {
      if (delayMs > 0) await sleep(delayMs, undefined, { signal: this.#closing.signal }).catch(() => undefined)
      if (this.#closing.signal.aborted) return this.#say(definition, requestId, 'An asynchronous invocation was dropped: the local cloud is closing.')
      if (nowMs() - queuedAtMs > (config.ageMaxMs ?? AGE_MAX_MS)) return this.#end(queued, 'EventAgeExceeded', invocations, result)
      try {
        result = await invoke(definition.arn, event, requestId)
        invocations += 1
        if (result.functionError === undefined) return await this.#end(queued, 'Success', invocations, result)
        this.#say(definition, requestId, `Asynchronous invocation failed: ${result.payload}`)
        delayMs = delaysMs[invocations - 1]
        if (delayMs === undefined) return await this.#end(queued, 'RetriesExhausted', invocations, result)
      } catch (error) {
        // Not run at all, as when it is throttled: that is no attempt.
        this.#say(definition, requestId, `Asynchronous invocation failed: ${String(error)}`)
        delayMs = Math.min(THROTTLED_MS * 2 ** throttled, THROTTLED_MAX_MS)
        throttled += 1
      }
    }
  }

  async #end({ definition, config, event, requestId }: Queued, condition: InvocationCondition, invocations: number, result: InvocationResult | undefined): Promise<void> {
    const { sendRecord, deadLetter, nowMs, newId } = this.#options
    const { name, arn, version = '$LATEST', deadLetterArn } = definition
    const failed = condition !== 'Success'
    const destination = failed ? config.onFailure : config.onSuccess
    if (failed) this.#say(definition, requestId, condition === 'EventAgeExceeded' ? 'An asynchronous invocation was dropped: it is too old.' : 'An asynchronous invocation was dropped after its last attempt.')
    const notTold = (where: string) => (error: unknown) => this.#say(definition, requestId, `${where} is not told of it: ${String(error)}`)
    const functionArn = arn.endsWith(`:${name}`) ? `${arn}:$LATEST` : arn
    if (destination !== undefined) {
      const record = invocationRecord({ requestId, functionArn, version, condition, invocations, event, result, nowMs: nowMs() })
      const names = { functionArn, objectKey: `aws/lambda/async/${name}/${recordKey(nowMs(), newId())}`, detailType: `Lambda Function Invocation Result - ${failed ? 'Failure' : 'Success'}` }
      await sendRecord(destination, record, names).catch(notTold(destination))
    }
    if (failed && deadLetterArn !== undefined) await deadLetter(deadLetterArn, event, { requestId, errorMessage: errorMessageOf(result) }).catch(notTold(deadLetterArn))
  }

  #say({ name }: LambdaFunction, requestId: string, text: string): void {
    this.#options.log({ functionName: name, requestId, stream: 'lambda', text })
  }
}

function errorMessageOf(result: InvocationResult | undefined): string {
  const answer: unknown = result === undefined ? undefined : JSON.parse(result.payload)
  return typeof answer === 'object' && answer !== null && 'errorMessage' in answer ? String(answer.errorMessage) : ''
}
