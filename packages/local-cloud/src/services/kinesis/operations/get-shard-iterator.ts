import { ServiceException } from '@keg/aws-service'
import { iteratorText } from '../../streams/shard-iterator.ts'
import type { DataShard } from '../data-stream.ts'
import type { GetShardIteratorInput } from '../model.generated.ts'
import { namedShard } from './named-shard.ts'
import { namedStream } from './named-stream.ts'
import { operation } from './operation.ts'

export const getShardIterator = operation('GetShardIterator', (input, kinesis) => {
  const { arn, shards } = namedStream(input, kinesis)
  const { shardId, shard } = namedShard(shards, input.ShardId)
  return { ShardIterator: iteratorText({ streamArn: arn, shardId, position: start(input, shard), issuedAtMs: kinesis.nowMs }) }
})

function start({ ShardIteratorType, StartingSequenceNumber, Timestamp }: GetShardIteratorInput, shard: DataShard['shard']): number {
  switch (ShardIteratorType) {
    case 'TRIM_HORIZON': return shard.horizon
    case 'LATEST': return shard.end
    case 'AT_TIMESTAMP': return shard.positionAt(given(Timestamp, 'Timestamp', ShardIteratorType) * 1000)
    default: {
      const sequenceNumber = given(StartingSequenceNumber, 'StartingSequenceNumber', ShardIteratorType)
      const position = shard.positionOf(sequenceNumber)
      if (position === undefined) throw invalidArgument(`StartingSequenceNumber ${sequenceNumber} is none of this shard.`)
      return ShardIteratorType === 'AFTER_SEQUENCE_NUMBER' ? position + 1 : position
    }
  }
}

function given<T>(value: T | undefined, name: string, type: string): T {
  if (value === undefined) throw invalidArgument(`Must specify ${name} parameter for iterator of type ${type}.`)
  return value
}

function invalidArgument(message: string): ServiceException {
  return new ServiceException('InvalidArgumentException', 400, message)
}
