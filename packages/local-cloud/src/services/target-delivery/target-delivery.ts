import { ServiceException } from '@keg/aws-service'

/** How often, and for how long, a delivery that failed is tried again; what is absent is as AWS has it. */
export interface RetryPolicy {
  readonly MaximumRetryAttempts?: number | undefined
  readonly MaximumEventAgeInSeconds?: number | undefined
}

/** Why something was not delivered. */
export interface DeliveryFailure {
  /** As EventBridge's dead letters name it. */
  readonly code: 'NO_RESOURCE' | 'THROTTLING' | 'ERROR_FROM_TARGET' | 'SDK_CLIENT_ERROR' | 'UNKNOWN'
  /** The target's own name for it. */
  readonly name: string
  readonly message: string
  /** How many attempts followed the first one. */
  readonly retries: number
  /** Absent for what no further attempt could mend. */
  readonly exhausted?: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds'
}

/** One thing that a target is to have. */
export interface Delivery {
  /** For the log, as `An event of arn:…`. */
  readonly what: string
  readonly targetArn: string
  /** `attempt` counts from 1. */
  readonly send: (attempt: number) => Promise<void>
  readonly retryPolicy?: RetryPolicy | undefined
  /** The queue for what is not delivered; absent: it is dropped. */
  readonly deadLetter?: {
    readonly queueArn: string
    readonly body: string
    readonly attributes: (failure: DeliveryFailure) => Readonly<Record<string, string>>
  }
    | undefined
}

/** What deliveries are made with. */
export interface DeliveriesOptions {
  readonly nowMs: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly sendDeadLetter: (queueArn: string, body: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly log: (text: string) => void
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html */
const RETRIES_MAX = 185
const AGE_MAX_SEC = 86_400
const PAUSE_MS = 1_000
const PAUSE_MAX_MS = 15 * 60_000

/** Hands events to targets: again where that fails and may not the next time, and to a dead-letter queue in the end. */
export class TargetDeliveries {
  readonly #options: DeliveriesOptions
  readonly #retrying = new Set<Promise<void>>()
  readonly #closing = new AbortController()

  constructor(options: DeliveriesOptions) {
    this.#options = options
  }

  /** Resolves after the first attempt; those that follow are nobody's to wait for. */
  async deliver(delivery: Delivery): Promise<void> {
    const begunAtMs = this.#options.nowMs()
    const failure = await attempted(delivery, 1)
    if (failure === undefined) return
    if (isFinal(failure)) return this.#giveUp(delivery, failure)
    const retrying = this.#retry(delivery, begunAtMs, failure).finally(() => this.#retrying.delete(retrying))
    this.#retrying.add(retrying)
  }

  /** Ends every pause: what was to be tried again is lost. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all(this.#retrying)
  }

  async #retry(delivery: Delivery, begunAtMs: number, first: DeliveryFailure): Promise<void> {
    const { nowMs, sleep } = this.#options
    const { MaximumRetryAttempts = RETRIES_MAX, MaximumEventAgeInSeconds = AGE_MAX_SEC } = delivery.retryPolicy ?? {}
    let failure = first
    for (let retries = 0; ; retries += 1) {
      const pauseMs = Math.min(PAUSE_MS * 2 ** retries, PAUSE_MAX_MS)
      if (retries >= MaximumRetryAttempts) return this.#giveUp(delivery, { ...failure, retries, exhausted: 'MaximumRetryAttempts' })
      if (nowMs() + pauseMs - begunAtMs > MaximumEventAgeInSeconds * 1000)
        return this.#giveUp(delivery, { ...failure, retries, exhausted: 'MaximumEventAgeInSeconds' })
      await sleep(pauseMs, this.#closing.signal).catch(() => undefined)
      if (this.#closing.signal.aborted)
        return this.#options.log(`${delivery.what} did not reach ${delivery.targetArn}: the local cloud is closing.`)
      const next = await attempted(delivery, retries + 2)
      if (next === undefined) return
      if (isFinal(next)) return this.#giveUp(delivery, { ...next, retries: retries + 1 })
      failure = next
    }
  }

  async #giveUp({ what, targetArn, deadLetter }: Delivery, failure: DeliveryFailure): Promise<void> {
    const { sendDeadLetter, log } = this.#options
    const where = deadLetter === undefined ? '' : ` It goes to ${deadLetter.queueArn}.`
    log(`${what} did not reach ${targetArn}: ${failure.name}: ${failure.message}${where}`)
    if (deadLetter === undefined) return
    await sendDeadLetter(deadLetter.queueArn, deadLetter.body, deadLetter.attributes(failure)).catch((error: unknown) =>
      log(`${what} did not reach its dead-letter queue ${deadLetter.queueArn} either: ${String(error)}`))
  }
}

async function attempted({ send }: Delivery, attempt: number): Promise<DeliveryFailure | undefined> {
  try {
    await send(attempt)
    return undefined
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Unknown'
    return { code: codeOf(error), name, message: error instanceof Error ? error.message : String(error), retries: 0 }
  }
}

/** What is not there and what is wrong stays so. @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html */
function isFinal({ code }: DeliveryFailure): boolean {
  return code === 'NO_RESOURCE' || code === 'SDK_CLIENT_ERROR'
}

function codeOf(error: unknown): DeliveryFailure['code'] {
  // A `TypeError` says that an ARN is of nothing in this run.
  if (error instanceof TypeError || (error instanceof Error && /NotFound|NonExistent|NoSuch|DoesNotExist/.test(error.name)))
    return 'NO_RESOURCE'
  if (!(error instanceof ServiceException)) return 'UNKNOWN'
  if (error.statusCode === 429) return 'THROTTLING'
  return error.statusCode >= 500 ? 'ERROR_FROM_TARGET' : 'SDK_CLIENT_ERROR'
}
