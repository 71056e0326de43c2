import { setTimeout as sleep } from 'node:timers/promises'
import type { Shard, ShardEntry } from '../streams/shard.ts'
import type { Shelf } from '../../ground/shelf.ts'
import { passes, type EventFilter } from './event-filter.ts'
import type { SourceContext } from './event-sources.ts'
import type { DiscardCondition } from './discarded-batch.ts'
import { PolledSource } from '../../ground/polled-source.ts'
import { firstFailed } from './stream-batch.ts'

/** The first wait after an invocation that failed, and the longest: each wait is twice the one before. */
const RETRY_MS = 100
const RETRY_MAX_MS = 10_000

/** An `AWS::Lambda::EventSourceMapping` of one shard of a stream. */
export interface StreamEventSourceOptions<T> {
  readonly functionArn: string
  readonly shard: Shard<T>
  /** The position of the first record to be handed over, unless records were handed over before. */
  readonly start: number
  /** Where the mapping stands in the shard, and its key there: kept over changes of the mapping and restarts. */
  readonly positions: Shelf<number>
  readonly positionKey: string
  readonly batchSize: number
  /** How long a batch may be gathered, in seconds; 0: what is there. */
  readonly windowSec: number
  readonly bisectOnError: boolean
  /** `Infinity`: until the record expires. */
  readonly retriesMax: number
  /** `Infinity`: as old as they come. */
  readonly recordAgeMaxMs: number
  readonly reportBatchItemFailures: boolean
  readonly filter: EventFilter | undefined
  /** A record as the function sees it. */
  readonly eventRecord: (entry: ShardEntry<T>) => object
  /** What was sent with a record, where filters look into that. */
  readonly payload?: (entry: ShardEntry<T>) => string
  /** Told of records that are given up. */
  readonly discarded: (
    batch: readonly ShardEntry<T>[], condition: DiscardCondition, invocations: number, requestId: string | undefined,
  ) => Promise<void>
}

interface Batch<T> {
  readonly entries: readonly ShardEntry<T>[]
  readonly invocations: number
  /** Splitting a batch uses up none. services-dynamodb-errors.html */
  readonly retries: number
}

/** Hands the records of a shard to a function, batch after batch, in their order; a batch that fails holds up those behind it. */
export function streamEventSource<T>(options: StreamEventSourceOptions<T>, context: SourceContext): PolledSource {
  const { shard, positions, positionKey } = options
  let position = positions.get(positionKey) ?? options.start
  const letGo = shard.hold(() => position)
  return new PolledSource(async ({ signal, inFlight }) => {
    signal.addEventListener('abort', letGo)
    await shard.arrived(position, signal)
    if (shard.closed && shard.end <= position)
      return new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())))
    const entries = await gathered(position, options, context, signal)
    const last = entries.at(-1)
    if (last === undefined || signal.aborted) return
    const wanted = options.filter === undefined
      ? entries
      : entries.filter((entry) => passes(options.filter, options.eventRecord(entry), options.payload?.(entry)))
    const handled = handle(wanted, options, context, signal).finally(() => inFlight.delete(handled))
    inFlight.add(handled)
    await handled
    // What was stopped in the middle comes again.
    if (signal.aborted) return
    position = last.position + 1
    positions.set(positionKey, position)
  }, context.log)
}

async function gathered<T>(
  position: number, { shard, batchSize, windowSec }: StreamEventSourceOptions<T>, { nowMs }: SourceContext, signal: AbortSignal,
): Promise<readonly ShardEntry<T>[]> {
  const untilMs = nowMs() + windowSec * 1000
  for (;;) {
    const entries = shard.read(position, batchSize)
    const leftMs = untilMs - nowMs()
    if (entries.length >= batchSize || leftMs <= 0 || signal.aborted || shard.closed) return entries
    // Until the batch is full: each record by itself would be read as often as others come.
    await shard.arrived((entries[0]?.position ?? position) + batchSize - 1, AbortSignal.any([signal, AbortSignal.timeout(leftMs)]))
  }
}

/** Until every record has been taken or given up. */
async function handle<T>(
  entries: readonly ShardEntry<T>[], options: StreamEventSourceOptions<T>, context: SourceContext, signal: AbortSignal,
): Promise<void> {
  const batches: Batch<T>[] = [{ entries, invocations: 0, retries: 0 }]
  for (let batch = batches.shift(); batch !== undefined && !signal.aborted; batch = batches.shift()) {
    const young = await withoutOld(batch, options, context)
    if (young.entries.length === 0) continue
    batches.unshift(...await attempt(young, options, context, signal))
  }
}

async function withoutOld<T>(
  batch: Batch<T>, { recordAgeMaxMs, discarded }: StreamEventSourceOptions<T>, { nowMs }: SourceContext,
): Promise<Batch<T>> {
  const old = batch.entries.filter(({ arrivedAtMs }) => arrivedAtMs + recordAgeMaxMs < nowMs())
  if (old.length === 0) return batch
  await discarded(old, 'RecordAgeExceeded', batch.invocations, undefined)
  return { ...batch, entries: batch.entries.filter((entry) => !old.includes(entry)) }
}

/** Invokes once, and answers what is left to be done. */
async function attempt<T>(
  batch: Batch<T>, options: StreamEventSourceOptions<T>, { lambda, log }: SourceContext, signal: AbortSignal,
): Promise<readonly Batch<T>[]> {
  const { functionArn, eventRecord, reportBatchItemFailures, bisectOnError, retriesMax, discarded } = options
  const invocations = batch.invocations + 1
  const pause = () =>
    sleep(Math.min(RETRY_MS * 2 ** Math.min(batch.invocations, 20), RETRY_MAX_MS), undefined, { signal }).catch(() => undefined)
  try {
    const result = await lambda.invoke(functionArn, JSON.stringify({ Records: batch.entries.map(eventRecord) }))
    const { from, problem } = firstFailed(batch.entries, result, reportBatchItemFailures)
    const entries = batch.entries.slice(from)
    if (entries.length === 0) return []
    log(`A batch of ${entries.length} records failed: ${problem}`)
    if (bisectOnError && (from > 0 || entries.length > 1)) {
      const middle = from > 0 ? entries.length : Math.ceil(entries.length / 2)
      return [entries.slice(0, middle), entries.slice(middle)]
        .filter(({ length }) => length > 0)
        .map((half) => ({ entries: half, invocations, retries: batch.retries }))
    }
    if (batch.retries >= retriesMax) {
      await discarded(entries, 'RetryAttemptsExhausted', invocations, result.requestId)
      return []
    }
    await pause()
    return [{ entries, invocations, retries: batch.retries + 1 }]
  } catch (error) {
    // The function was not invoked, which uses up no retry. services-dynamodb-errors.html
    log(`A batch of ${batch.entries.length} records was not handed over: ${String(error)}`)
    await pause()
    return [{ ...batch, invocations }]
  }
}
