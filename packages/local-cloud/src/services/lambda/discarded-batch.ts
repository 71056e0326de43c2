import type { ShardEntry } from '../streams/shard.ts'

/** Why records are given up. */
export type DiscardCondition = 'RetryAttemptsExhausted' | 'RecordAgeExceeded'

/** Records that are given up, and what is to be said of them. */
export interface DiscardedBatch {
  readonly entries: readonly ShardEntry<unknown>[]
  readonly condition: DiscardCondition
  readonly invocations: number
  readonly requestId: string | undefined
  readonly functionArn: string
  readonly shardId: string
  readonly streamArn: string
  readonly nowMs: number
}

/**
 * What an on-failure destination gets: where the records are, not the records.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export function discardedBatchRecord(
  { entries, condition, invocations, requestId, functionArn, shardId, streamArn, nowMs }: DiscardedBatch,
): object {
  const time = (entry: ShardEntry<unknown> | undefined) => new Date(entry?.arrivedAtMs ?? nowMs).toISOString()
  const [first, last] = [entries[0], entries.at(-1)]
  return {
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: invocations },
    ...(condition === 'RetryAttemptsExhausted'
      ? { responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' } }
      : {}),
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    [streamArn.startsWith('arn:aws:kinesis:') ? 'KinesisBatchInfo' : 'DDBStreamBatchInfo']: {
      shardId,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: time(first),
      approximateArrivalOfLastRecord: time(last),
      batchSize: entries.length,
      streamArn,
    },
  }
}
