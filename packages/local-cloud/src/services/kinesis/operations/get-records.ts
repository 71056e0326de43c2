import { ServiceException } from '@keg/aws-service'
import { iteratorText, parseIterator } from '../../streams/shard-iterator.ts'
import type { DataRecord } from '../data-stream.ts'
import type { ShardEntry } from '../../streams/shard.ts'
import type { _Record } from '../model.generated.ts'
import { namedShard } from './named-shard.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html */
const ITERATOR_MS = 5 * 60_000
/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html */
const RECORDS_MAX = 10_000

export const getRecords = operation('GetRecords', ({ ShardIterator, Limit = RECORDS_MAX }, kinesis) => {
  const iterator = parseIterator(ShardIterator)
  if (iterator === undefined) throw new ServiceException('InvalidArgumentException', 400, 'Invalid ShardIterator.')
  if (iterator.issuedAtMs + ITERATOR_MS < kinesis.nowMs) throw new ServiceException('ExpiredIteratorException', 400, 'Iterator expired.')
  const { shards } = kinesis.stream(iterator.streamArn)
  const { shard } = namedShard(shards, iterator.shardId)
  const from = Math.max(iterator.position, shard.horizon)
  const entries = shard.read(from, Limit)
  const position = from + entries.length
  const [behind] = shard.read(position, 1)
  return {
    Records: entries.map(answered),
    NextShardIterator: iteratorText({ ...iterator, position, issuedAtMs: kinesis.nowMs }),
    MillisBehindLatest: behind === undefined ? 0 : Math.max(0, kinesis.nowMs - behind.arrivedAtMs),
  }
})

function answered({ record, sequenceNumber, arrivedAtMs }: ShardEntry<DataRecord>): _Record {
  return {
    Data: record.data, PartitionKey: record.partitionKey, SequenceNumber: sequenceNumber, ApproximateArrivalTimestamp: arrivedAtMs / 1000,
  }
}
