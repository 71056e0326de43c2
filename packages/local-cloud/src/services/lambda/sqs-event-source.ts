import { setTimeout as sleep } from 'node:timers/promises'
import type { Sqs, SqsMessage } from '../sqs/sqs.ts'
import { passes, type EventFilter } from './event-filter.ts'
import type { SourceContext } from './event-sources.ts'
import { PolledSource, type Round } from '../../ground/polled-source.ts'
import { sqsEvent, sqsRecord, succeededMessages } from './sqs-event.ts'

/** The longest long poll. */
const POLL_SEC = 20
/** SQS hands out at most this many messages at once. */
const RECEIVE_MAX = 10
/**
 * Batches in flight unless `ScalingConfig` says otherwise: where AWS begins.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
const DEFAULT_BATCHES = 5
/** The pause after a batch that failed as a whole, twice as long for each that follows it, and the longest. */
const PAUSE_MS = 100
const PAUSE_MAX_MS = 10_000

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
  /** Messages that match none are deleted unseen; absent: every message passes. */
  readonly filter: EventFilter | undefined
}

/** Polls a queue and invokes a function with batches of its messages. */
export function sqsEventSource(options: SqsEventSourceOptions, sqs: Sqs, context: SourceContext): PolledSource {
  const limit = Math.min(options.maximumConcurrency ?? DEFAULT_BATCHES, context.lambda.concurrency(options.functionArn))
  let failures = 0
  return new PolledSource(async (round) => {
    const { signal, inFlight } = round
    // A function with no concurrency at all is AWS's way to stop its event sources.
    if (limit === 0) return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    // Lambda polls less while a function fails, too.
    if (failures > 0)
      await sleep(Math.min(PAUSE_MS * 2 ** Math.min(failures - 1, 20), PAUSE_MAX_MS), undefined, { signal }).catch(() => undefined)
    if (signal.aborted) return
    // Polling only with a place free: a message that waits here would use up its visibility timeout.
    if (inFlight.size >= limit) await Promise.race(inFlight)
    const messages = await batch(options, sqs, context, round)
    if (messages.length === 0 || signal.aborted) return
    const handled = handle(messages, options, sqs, context)
      .then((ran) => void (failures = ran ? 0 : failures + 1))
      .finally(() => inFlight.delete(handled))
    inFlight.add(handled)
  }, context.log)
}

async function batch(
  { queueUrl, batchSize, windowSec }: SqsEventSourceOptions, sqs: Sqs, { nowMs }: SourceContext, { signal }: Round,
): Promise<SqsMessage[]> {
  const receive = (most: number, waitSec: number) => sqs.receive(queueUrl, Math.min(most, RECEIVE_MAX), waitSec)
  const messages = [...await receive(batchSize, POLL_SEC)]
  const untilMs = nowMs() + windowSec * 1000
  while (messages.length > 0 && messages.length < batchSize && !signal.aborted) {
    const leftSec = Math.ceil((untilMs - nowMs()) / 1000)
    if (leftSec <= 0) break
    messages.push(...await receive(batchSize - messages.length, Math.min(leftSec, POLL_SEC)))
  }
  return messages
}

/** Whether the function has taken the batch, of which it may have given parts back. */
async function handle(
  messages: readonly SqsMessage[], options: SqsEventSourceOptions, sqs: Sqs, { lambda, region, log }: SourceContext,
): Promise<boolean> {
  const { queueArn, queueUrl, functionArn, reportBatchItemFailures, filter } = options
  try {
    const wanted = messages.filter((message) => passes(filter, sqsRecord(message, queueArn, region), message.Body))
    await sqs.delete(queueUrl, messages.filter((message) => !wanted.includes(message)))
    if (wanted.length === 0) return true
    const result = await lambda.invoke(functionArn, JSON.stringify(sqsEvent(wanted, queueArn, region)))
    const { succeeded, problem } = succeededMessages(wanted, result, reportBatchItemFailures)
    if (problem !== undefined) log(`A batch of ${wanted.length} messages stays in the queue: ${problem}`)
    await sqs.delete(queueUrl, succeeded)
    return result.functionError === undefined
  } catch (error) {
    log(`A batch of ${messages.length} messages stays in the queue: ${String(error)}`)
    return false
  }
}
