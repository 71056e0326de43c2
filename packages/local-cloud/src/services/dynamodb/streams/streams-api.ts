import { parsedInput, ServiceException } from '@keg/aws-service'
import { ownMember } from '../../../ground/own-member.ts'
import { iteratorText, parseIterator } from '../../streams/shard-iterator.ts'
import { streamRecord } from './stream-record.ts'
import type { TableStream, TableStreams } from './table-stream.ts'

type Input = Readonly<Record<string, unknown>>

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html */
const ITERATOR_MS = 15 * 60_000
const RECORDS_MAX = 1_000
const STREAMS_MAX = 100

const operations: Readonly<Record<string, (input: Input, streams: TableStreams) => object>> = {
  ListStreams: listStreams,
  DescribeStream: describeStream,
  GetShardIterator: getShardIterator,
  GetRecords: getRecords,
}

/** The output of an operation of DynamoDB Streams; `undefined` for one of DynamoDB itself. Throws `ServiceException`. */
export function streamsApi(operation: string, body: string, streams: TableStreams): object | undefined {
  const run = ownMember(operations, operation)
  return run?.(parsedInput(body), streams)
}

function listStreams({ TableName, ExclusiveStartStreamArn: after, Limit }: Input, streams: TableStreams): object {
  const wanted = streams.all().filter(({ tableName }) => TableName === undefined || tableName === TableName)
  const from = after === undefined ? 0 : wanted.findIndex(({ arn }) => arn === after) + 1
  const page = wanted.slice(from, from + limit(Limit, STREAMS_MAX))
  const last = wanted.length > from + page.length ? { LastEvaluatedStreamArn: page.at(-1)?.arn } : {}
  return { Streams: page.map(({ arn, label, tableName }) => ({ StreamArn: arn, StreamLabel: label, TableName: tableName })), ...last }
}

function describeStream({ StreamArn, ExclusiveStartShardId }: Input, streams: TableStreams): object {
  const stream = find(StreamArn, streams)
  const { shard } = stream
  const range = {
    StartingSequenceNumber: shard.sequenceNumber(0), ...(shard.closed ? { EndingSequenceNumber: shard.sequenceNumber(shard.end) } : {}),
  }
  return {
    StreamDescription: {
      StreamArn: stream.arn,
      StreamLabel: stream.label,
      StreamStatus: shard.closed ? 'DISABLED' : 'ENABLED',
      StreamViewType: stream.viewType,
      CreationRequestDateTime: stream.createdAtMs / 1000,
      TableName: stream.tableName,
      KeySchema: stream.keySchema,
      Shards: ExclusiveStartShardId === undefined ? [{ ShardId: stream.shardId, SequenceNumberRange: range }] : [],
    },
  }
}

function getShardIterator(input: Input, streams: TableStreams): object {
  const { shard, shardId, arn } = find(input['StreamArn'], streams)
  if (input['ShardId'] !== shardId)
    throw new ServiceException('ResourceNotFoundException', 400, 'Requested resource not found: Shard does not exist')
  const position = startPosition(input, { shard, shardId })
  if (position < shard.horizon) throw trimmed()
  return { ShardIterator: iteratorText({ streamArn: arn, shardId, position, issuedAtMs: streams.nowMs }) }
}

function startPosition({ ShardIteratorType: type, SequenceNumber }: Input, { shard }: Pick<TableStream, 'shard' | 'shardId'>): number {
  if (type === 'TRIM_HORIZON') return shard.horizon
  if (type === 'LATEST') return shard.end
  const position = shard.positionOf(String(SequenceNumber))
  if (position === undefined)
    throw new ServiceException('ValidationException', 400, `The sequence number ${String(SequenceNumber)} is none of this shard`)
  if (type === 'AT_SEQUENCE_NUMBER') return position
  if (type === 'AFTER_SEQUENCE_NUMBER') return position + 1
  throw new ServiceException('ValidationException', 400, `1 validation error detected: Value '${String(type)}' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value set: [AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON]`)
}

function getRecords({ ShardIterator, Limit }: Input, streams: TableStreams): object {
  const iterator = parseIterator(String(ShardIterator))
  if (iterator === undefined) throw new ServiceException('ValidationException', 400, 'Invalid ShardIterator')
  if (iterator.issuedAtMs + ITERATOR_MS < streams.nowMs)
    throw new ServiceException('ExpiredIteratorException', 400, 'The shard iterator has expired')
  const stream = find(iterator.streamArn, streams)
  const { shard, shardId, arn } = stream
  if (iterator.position < shard.horizon) throw trimmed()
  const entries = shard.read(iterator.position, limit(Limit, RECORDS_MAX))
  const position = iterator.position + entries.length
  // The end of a closed shard has no next iterator. API_streams_GetRecords.html
  const next = shard.closed && position >= shard.end
    ? {}
    : { NextShardIterator: iteratorText({ streamArn: arn, shardId, position, issuedAtMs: streams.nowMs }) }
  return { Records: entries.map((entry) => streamRecord(stream, entry, streams.region)), ...next }
}

function find(arn: unknown, streams: TableStreams): TableStream {
  const stream = streams.get(String(arn))
  if (stream === undefined)
    throw new ServiceException('ResourceNotFoundException', 400, `Requested resource not found: Stream: ${String(arn)} not found`)
  return stream
}

function limit(asked: unknown, max: number): number {
  return typeof asked === 'number' ? Math.max(1, Math.min(asked, max)) : max
}

function trimmed(): ServiceException {
  return new ServiceException('TrimmedDataAccessException', 400, 'The operation attempted to read past the oldest stream record in a shard')
}
