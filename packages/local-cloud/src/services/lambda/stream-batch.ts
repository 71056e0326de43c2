import type { ShardEntry } from '../streams/shard.ts'
import { batchItemFailures } from './batch-item-failures.ts'
import type { InvocationResult } from './lambda-function.ts'

/**
 * Where a batch of a stream has to be taken up again: at the lowest sequence number that the function answers, with
 * `ReportBatchItemFailures`; at its beginning where the function failed; behind its end where all is done.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
 */
export function firstFailed(
  entries: readonly ShardEntry<unknown>[],
  { payload, functionError }: InvocationResult,
  reportBatchItemFailures: boolean,
): { from: number; problem: string } {
  if (functionError !== undefined) return { from: 0, problem: payload }
  if (!reportBatchItemFailures) return { from: entries.length, problem: '' }
  const failed = batchItemFailures(payload)
  const places = failed?.map((id) => entries.findIndex(({ sequenceNumber }) => sequenceNumber === id))
  if (places === undefined || places.includes(-1))
    return { from: 0, problem: `its answer is no list of batchItemFailures: ${payload.slice(0, 300)}` }
  return { from: Math.min(entries.length, ...places), problem: `the function reported ${failed?.length ?? 0} of them` }
}
