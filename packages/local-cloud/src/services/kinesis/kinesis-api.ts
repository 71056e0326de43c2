import { jsonAnswer, jsonInput, ServiceException } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import { ownMember } from '../../assembly/own-member.ts'
import { iteratorText, parseIterator } from '../streams/shard-iterator.ts'
import { shardOf, type DataShard, type DataStream } from './data-stream.ts'
import type { Kinesis } from './kinesis.ts'

type Input = Readonly<Record<string, unknown>>

/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html */
const ITERATOR_MS = 5 * 60_000
/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html */
const RECORDS_MAX = 10_000
/** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html */
const PUT_MAX = 500
const RECORD_BYTES_MAX = 1024 * 1024

const operations: Readonly<Record<string, (input: Input, kinesis: Kinesis) => object>> = {
  CreateStream: ({ StreamName, ShardCount, StreamModeDetails }, kinesis) => {
    const mode = isRecord(StreamModeDetails) && StreamModeDetails['StreamMode'] === 'ON_DEMAND' ? 'ON_DEMAND' : 'PROVISIONED'
    kinesis.create(String(StreamName), { mode, shardCount: typeof ShardCount === 'number' ? ShardCount : undefined })
    return {}
  },
  DeleteStream: (input, kinesis) => {
    kinesis.delete(find(input, kinesis).name)
    return {}
  },
  ListStreams: (_, kinesis) => ({ StreamNames: kinesis.names(), HasMoreStreams: false }),
  DescribeStream: (input, kinesis) => {
    const stream = find(input, kinesis)
    return { StreamDescription: { ...described(stream), Shards: stream.shards.map(describedShard), HasMoreShards: false } }
  },
  DescribeStreamSummary: (input, kinesis) => {
    const stream = find(input, kinesis)
    return { StreamDescriptionSummary: { ...described(stream), OpenShardCount: stream.shards.length, ConsumerCount: 0 } }
  },
  ListShards: (input, kinesis) => ({ Shards: find(input, kinesis).shards.map(describedShard) }),
  PutRecord: (input, kinesis) => put(find(input, kinesis), input),
  PutRecords: (input, kinesis) => {
    const stream = find(input, kinesis)
    const records = Array.isArray(input['Records']) ? input['Records'].filter(isRecord) : []
    if (records.length === 0 || records.length > PUT_MAX) throw invalid(`Value at 'records' failed to satisfy constraint: Member must have length between 1 and ${PUT_MAX}`)
    for (const record of records) checkRecord(record)
    return { FailedRecordCount: 0, Records: records.map((record) => put(stream, record)) }
  },
  GetShardIterator: getShardIterator,
  GetRecords: getRecords,
}

/** Answers Kinesis's JSON protocol. Throws `ServiceException`. @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html */
export async function kinesisApi(kinesis: Kinesis, request: Request): Promise<Response> {
  const operation = (request.headers.get('x-amz-target') ?? '').replace('Kinesis_20131202.', '')
  const run = ownMember(operations, operation)
  if (run === undefined) throw new ServiceException('UnknownOperationException', 400, `Kinesis's ${operation} is not emulated.`)
  return jsonAnswer(run(await jsonInput(request), kinesis))
}

/** Puts a record, its data in base64, without a request. Throws `ServiceException`. @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html */
export function putDataRecord(kinesis: Kinesis, input: Input): object {
  return put(find(input, kinesis), input)
}

function put(stream: DataStream, record: Input): object {
  checkRecord(record)
  const { PartitionKey, Data, ExplicitHashKey } = record
  const { shard, shardId } = shardOf(stream, String(PartitionKey), ExplicitHashKey === undefined ? undefined : String(ExplicitHashKey))
  return { SequenceNumber: shard.append({ partitionKey: String(PartitionKey), data: String(Data) }).sequenceNumber, ShardId: shardId }
}

function checkRecord({ PartitionKey, Data, ExplicitHashKey }: Input): void {
  if (typeof PartitionKey !== 'string' || PartitionKey === '' || PartitionKey.length > 256) throw invalid('Value at \'partitionKey\' failed to satisfy constraint: Member must have length between 1 and 256')
  if (typeof Data !== 'string') throw invalid('Value null at \'data\' failed to satisfy constraint: Member must not be null')
  if (Buffer.byteLength(Data, 'base64') + Buffer.byteLength(PartitionKey) > RECORD_BYTES_MAX) throw invalid(`Value at 'data' failed to satisfy constraint: Member must have length less than or equal to ${RECORD_BYTES_MAX}`)
  if (ExplicitHashKey !== undefined && (!/^\d{1,39}$/.test(String(ExplicitHashKey)) || BigInt(String(ExplicitHashKey)) >= 2n ** 128n)) throw invalid('Value at \'explicitHashKey\' is no hash key')
}

function getShardIterator(input: Input, kinesis: Kinesis): object {
  const { arn, shards } = find(input, kinesis)
  const { shardId, shard } = findShard(shards, input['ShardId'])
  return { ShardIterator: iteratorText({ streamArn: arn, shardId, position: start(input, shard), issuedAtMs: kinesis.nowMs }) }
}

function start({ ShardIteratorType: type, StartingSequenceNumber, Timestamp }: Input, shard: DataShard['shard']): number {
  if (type === 'TRIM_HORIZON') return shard.horizon
  if (type === 'LATEST') return shard.end
  if (type === 'AT_TIMESTAMP') return shard.positionAt(Number(Timestamp) * 1000)
  const position = shard.positionOf(String(StartingSequenceNumber))
  if (position === undefined) throw new ServiceException('InvalidArgumentException', 400, `StartingSequenceNumber ${String(StartingSequenceNumber)} is none of this shard.`)
  if (type === 'AT_SEQUENCE_NUMBER') return position
  if (type === 'AFTER_SEQUENCE_NUMBER') return position + 1
  throw invalid(`Value '${String(type)}' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]`)
}

function getRecords({ ShardIterator, Limit }: Input, kinesis: Kinesis): object {
  const iterator = parseIterator(String(ShardIterator))
  if (iterator === undefined) throw new ServiceException('InvalidArgumentException', 400, 'Invalid ShardIterator.')
  if (iterator.issuedAtMs + ITERATOR_MS < kinesis.nowMs) throw new ServiceException('ExpiredIteratorException', 400, 'Iterator expired.')
  const { shards } = kinesis.stream(iterator.streamArn)
  const { shard } = findShard(shards, iterator.shardId)
  const from = Math.max(iterator.position, shard.horizon)
  const entries = shard.read(from, typeof Limit === 'number' ? Math.max(1, Math.min(Limit, RECORDS_MAX)) : RECORDS_MAX)
  const position = from + entries.length
  const [behind] = shard.read(position, 1)
  return {
    Records: entries.map(({ record, sequenceNumber, arrivedAtMs }) => ({ Data: record.data, PartitionKey: record.partitionKey, SequenceNumber: sequenceNumber, ApproximateArrivalTimestamp: arrivedAtMs / 1000 })),
    NextShardIterator: iteratorText({ ...iterator, position, issuedAtMs: kinesis.nowMs }),
    MillisBehindLatest: behind === undefined ? 0 : Math.max(0, kinesis.nowMs - behind.arrivedAtMs),
  }
}

function find({ StreamARN, StreamName }: Input, kinesis: Kinesis): DataStream {
  return kinesis.stream(String(StreamARN ?? StreamName))
}

function findShard(shards: readonly DataShard[], wanted: unknown): DataShard {
  const found = shards.find(({ shardId }) => shardId === wanted)
  if (found === undefined) throw new ServiceException('ResourceNotFoundException', 400, `Shard ${String(wanted)} is not in this stream.`)
  return found
}

function described({ name, arn, mode, retentionHours, createdAtMs }: DataStream): object {
  return {
    StreamName: name, StreamARN: arn, StreamStatus: 'ACTIVE', StreamModeDetails: { StreamMode: mode }, RetentionPeriodHours: retentionHours,
    StreamCreationTimestamp: createdAtMs / 1000, EnhancedMonitoring: [{ ShardLevelMetrics: [] }], EncryptionType: 'NONE',
  }
}

function describedShard({ shardId, shard, startingHashKey, endingHashKey }: DataShard): object {
  return {
    ShardId: shardId, HashKeyRange: { StartingHashKey: String(startingHashKey), EndingHashKey: String(endingHashKey) },
    SequenceNumberRange: { StartingSequenceNumber: shard.sequenceNumber(0) },
  }
}

function invalid(reason: string): ServiceException {
  return new ServiceException('ValidationException', 400, `1 validation error detected: ${reason}`)
}
