import type { DataShard, DataStream } from '../data-stream.ts'
import type { Shard } from '../model.generated.ts'
import { namedStream } from './named-stream.ts'
import { operation } from './operation.ts'

export const listStreams = operation('ListStreams', (_, kinesis) => ({ StreamNames: kinesis.names(), HasMoreStreams: false }))

export const describeStream = operation('DescribeStream', (input, kinesis) => {
  const stream = namedStream(input, kinesis)
  return { StreamDescription: { ...described(stream), Shards: stream.shards.map(describedShard), HasMoreShards: false } }
})

export const describeStreamSummary = operation('DescribeStreamSummary', (input, kinesis) => {
  const stream = namedStream(input, kinesis)
  return { StreamDescriptionSummary: { ...described(stream), OpenShardCount: stream.shards.length, ConsumerCount: 0 } }
})

export const listShards = operation('ListShards', (input, kinesis) => ({ Shards: namedStream(input, kinesis).shards.map(describedShard) }))

function described({ name, arn, mode, retentionHours, createdAtMs }: DataStream) {
  return {
    StreamName: name,
    StreamARN: arn,
    StreamStatus: 'ACTIVE',
    StreamModeDetails: { StreamMode: mode },
    RetentionPeriodHours: retentionHours,
    StreamCreationTimestamp: createdAtMs / 1000,
    EnhancedMonitoring: [{ ShardLevelMetrics: [] }],
    EncryptionType: 'NONE',
  }
}

function describedShard({ shardId, shard, startingHashKey, endingHashKey }: DataShard): Shard {
  return {
    ShardId: shardId,
    HashKeyRange: { StartingHashKey: String(startingHashKey), EndingHashKey: String(endingHashKey) },
    SequenceNumberRange: { StartingSequenceNumber: shard.sequenceNumber(0) },
  }
}
