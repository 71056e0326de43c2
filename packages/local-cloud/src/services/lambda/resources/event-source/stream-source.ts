import { streamRecord } from '../../../dynamodb/streams/stream-record.ts'
import { dynamodb } from '../../../dynamodb/name.ts'
import { dataEventRecord } from '../../data-event-record.ts'
import { kinesis } from '../../../kinesis/name.ts'
import { recordKey } from '../../record-key.ts'
import { discardedBatchRecord } from '../../discarded-batch.ts'
import { eventFilter } from '../../event-filter.ts'
import { streamEventSource, type StreamEventSourceOptions } from '../../stream-event-source.ts'
import type { Shard, ShardEntry } from '../../../streams/shard.ts'
import type { LambdaContext } from '../lambda-context.ts'
import { mappingUuid } from './mapping-uuid.ts'
import { filterPatterns, type MappingProperties } from './mapping-properties.ts'

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
const tablePolling = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'] as const
/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
const dataPolling = ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:ListShards'] as const
/** Records of a batch where the mapping does not say. @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-params.html */
const BATCH_SIZE = 100

/** Where mappings stand in their shards. */
const POSITIONS = 'event-source-positions'

/** Forgets where a mapping stands that is removed. */
export function forgetPositions({ ground, id }: LambdaContext): void {
  const positions = ground.shelves.shelf<number>(POSITIONS)
  for (const key of [...positions.keys()]) if (key.startsWith(`${id}/`)) positions.delete(key)
}

/** A shard as a mapping reads it. */
interface SourceShard<T> extends Pick<StreamEventSourceOptions<T>, 'eventRecord' | 'payload'> {
  readonly shardId: string
  readonly shard: Shard<T>
}

/** Adds a stream's source, and answers what the function's role has to allow. */
export async function addStreamSource(properties: MappingProperties, context: LambdaContext): Promise<readonly string[]> {
  if (properties.ScalingConfig !== undefined) throw new TypeError('Unsupported parameter ScalingConfig for a stream')
  return properties.EventSourceArn.startsWith('arn:aws:kinesis:') ? addDataSource(properties, context) : addTableSource(properties, context)
}

async function addTableSource(properties: MappingProperties, context: LambdaContext): Promise<readonly string[]> {
  const { EventSourceArn: streamArn } = properties
  const stream = (await context.ground.start(dynamodb)).stream(streamArn)
  if (stream === undefined) throw new TypeError(`EventSourceArn ${streamArn} is no stream of this run`)
  if (properties.StartingPosition === 'AT_TIMESTAMP') throw new TypeError('Unsupported starting position for stream type: AT_TIMESTAMP')
  const eventRecord = (entry: Parameters<typeof streamRecord>[1]) => ({
    ...streamRecord(stream, entry, context.region), eventSourceARN: streamArn,
  })
  addShard({ shardId: stream.shardId, shard: stream.shard, eventRecord }, undefined, properties, context)
  return tablePolling
}

async function addDataSource(properties: MappingProperties, context: LambdaContext): Promise<readonly string[]> {
  const { services: { lambda }, ground, region } = context
  const stream = (await ground.start(kinesis)).stream(properties.EventSourceArn)
  const { roleArn } = lambda.definition(properties.FunctionName)
  for (const each of stream.shards) {
    addShard({
      shardId: each.shardId,
      shard: each.shard,
      eventRecord: (entry) => dataEventRecord(stream, each, entry, { awsRegion: region, roleArn }),
      payload: ({ record }) => Buffer.from(record.data, 'base64').toString(),
    }, 'data', properties, context)
  }
  return dataPolling
}

function addShard<T>(
  { shardId, shard, ...reading }: SourceShard<T>,
  payloadMember: 'data' | undefined,
  properties: MappingProperties,
  { services: { lambda }, ground, id, physicalName }: LambdaContext,
): void {
  const { EventSourceArn: streamArn, FunctionName, MaximumRetryAttempts: retries = -1, MaximumRecordAgeInSeconds: ageSec = -1 } = properties
  const { arn: functionArn } = lambda.definition(FunctionName)
  const destination = properties.DestinationConfig?.OnFailure?.Destination
  const options = {
    ...reading, shard, functionArn,
    start: startOf(shard, properties),
    positions: ground.shelves.shelf<number>(POSITIONS),
    positionKey: `${id}/${shardId}`,
    batchSize: properties.BatchSize ?? BATCH_SIZE,
    windowSec: properties.MaximumBatchingWindowInSeconds ?? 0,
    bisectOnError: properties.BisectBatchOnFunctionError ?? false,
    retriesMax: retries < 0 ? Infinity : retries,
    recordAgeMaxMs: ageSec < 0 ? Infinity : ageSec * 1000,
    reportBatchItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    filter: eventFilter(filterPatterns(properties), payloadMember),
  }
  if (properties.Enabled === false) return
  const uuid = mappingUuid(physicalName())
  lambda.eventSources.add(id, functionArn, (source) => streamEventSource({
    ...options,
    async discarded(entries: readonly ShardEntry<T>[], condition, invocations, requestId) {
      source.log(`${entries.length} records were given up: ${condition}`)
      if (destination === undefined) return
      const nowMs = source.nowMs()
      const record = discardedBatchRecord({ entries, condition, invocations, requestId, functionArn, shardId, streamArn, nowMs })
      // A bucket alone gets the records themselves, too.
      const told = destination.startsWith('arn:aws:s3:')
        ? { ...record, payload: JSON.stringify({ Records: entries.map(reading.eventRecord) }) }
        : record
      const objectKey = `aws/lambda/${uuid}/${shardId}/${recordKey(nowMs, requestId ?? String(entries[0]?.sequenceNumber))}`
      const names = { objectKey, functionArn, detailType: 'Lambda Event Source Mapping Invocation Result - Failure' }
      await ground.sendRecord(destination, told, names)
        .catch((error: unknown) => source.log(`They are not told of at ${destination}: ${String(error)}`))
    },
  }, source))
}

/** `LATEST` is where the mapping is created, `TRIM_HORIZON` the oldest record that is kept. */
function startOf(shard: Shard<unknown>, { StartingPosition, StartingPositionTimestamp }: MappingProperties): number {
  if (StartingPosition === undefined) {
    throw new TypeError(
      '1 validation error detected: Value null at \'startingPosition\' failed to satisfy constraint: Member must not be null.',
    )
  }
  if (StartingPosition === 'LATEST') return shard.end
  return StartingPosition === 'TRIM_HORIZON' ? shard.horizon : shard.positionAt((StartingPositionTimestamp ?? 0) * 1000)
}
