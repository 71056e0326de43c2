import type { ShardEntry } from '../../streams/shard.ts'
import type { Attributes } from '../transactions/item-key.ts'
import type { ItemChange, TableStream } from './table-stream.ts'

/**
 * A change as `GetRecords` has it and as functions get it, who see the stream's ARN beside it.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
 */
export function streamRecord(
  { viewType }: TableStream, { record, sequenceNumber, arrivedAtMs }: ShardEntry<ItemChange>, awsRegion: string,
): Readonly<Record<string, unknown>> {
  const { eventId, keys, before, after } = record
  const images = {
    ...(after === undefined || viewType === 'KEYS_ONLY' || viewType === 'OLD_IMAGE' ? {} : { NewImage: after }),
    ...(before === undefined || viewType === 'KEYS_ONLY' || viewType === 'NEW_IMAGE' ? {} : { OldImage: before }),
  }
  return {
    eventID: eventId,
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion,
    dynamodb: {
      // DynamoDB's streams know whole seconds.
      ApproximateCreationDateTime: Math.floor(arrivedAtMs / 1000),
      Keys: keys,
      ...images,
      SequenceNumber: sequenceNumber,
      SizeBytes: [keys, ...Object.values(images)].map(sizeBytes).reduce((sum, size) => sum + size, 0),
      StreamViewType: viewType,
    },
  }
}

/** Names and values as they are written, which is about what DynamoDB counts. */
function sizeBytes(attributes: Attributes): number {
  return Object.entries(attributes).reduce((sum, [name, value]) =>
    sum + Buffer.byteLength(name) + Object.values(value).reduce<number>((of, each) => of + valueBytes(each), 0), 0)
}

function valueBytes(value: unknown): number {
  return Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value))
}
