import { ServiceException } from '@keg/aws-service'
import { shardOf, type DataStream } from './data-stream.ts'

/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html */
const RECORD_BYTES_MAX = 1024 * 1024
const PARTITION_KEY_MAX = 256
const HASH_KEYS = 2n ** 128n

/** A record as the API names its members; its data is base64. */
export interface PutRecord {
  /** Absent: it is refused, as by a stream that distributes records by the keys that users give. */
  readonly PartitionKey?: string | undefined
  readonly Data: string
  readonly ExplicitHashKey?: string | undefined
}

/** Puts a record. Throws `ServiceException` for one that a stream does not take. */
export function putRecordInto(stream: DataStream, record: PutRecord): { readonly SequenceNumber: string; readonly ShardId: string } {
  const { Data, ExplicitHashKey } = record
  const PartitionKey = checkRecord(record)
  const { shard, shardId } = shardOf(stream, PartitionKey, ExplicitHashKey)
  return { SequenceNumber: shard.append({ partitionKey: PartitionKey, data: Data }).sequenceNumber, ShardId: shardId }
}

/**
 * A record's partition key. Throws `ServiceException` for a record that a stream does not take.
 * What comes over HTTP has been held against the model; what rules put has not.
 */
export function checkRecord({ PartitionKey, Data, ExplicitHashKey }: PutRecord): string {
  if (PartitionKey === undefined) throw invalid('Value null at \'partitionKey\' failed to satisfy constraint: Member must not be null')
  if (PartitionKey === '' || PartitionKey.length > PARTITION_KEY_MAX) {
    throw invalid(`Value at 'partitionKey' failed to satisfy constraint: Member must have length between 1 and ${PARTITION_KEY_MAX}`)
  }
  if (Buffer.byteLength(Data, 'base64') + Buffer.byteLength(PartitionKey) > RECORD_BYTES_MAX) {
    throw invalid(`Value at 'data' failed to satisfy constraint: Member must have length less than or equal to ${RECORD_BYTES_MAX}`)
  }
  if (ExplicitHashKey !== undefined && (!/^\d{1,39}$/.test(ExplicitHashKey) || BigInt(ExplicitHashKey) >= HASH_KEYS))
    throw invalid('Value at \'explicitHashKey\' is no hash key')
  return PartitionKey
}

function invalid(reason: string): ServiceException {
  return new ServiceException('ValidationException', 400, `1 validation error detected: ${reason}`)
}
