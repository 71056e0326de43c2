import type { DataRecord, DataShard, DataStream } from '../kinesis/data-stream.ts'
import type { ShardEntry } from '../streams/shard.ts'

/** A record as functions get it. @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html#services-kinesis-event-example */
export function dataEventRecord(
  { arn }: DataStream,
  { shardId }: DataShard,
  { record, sequenceNumber, arrivedAtMs }: ShardEntry<DataRecord>,
  { awsRegion, roleArn }: { awsRegion: string; roleArn: string },
): object {
  return {
    kinesis: {
      kinesisSchemaVersion: '1.0', partitionKey: record.partitionKey, sequenceNumber, data: record.data,
      approximateArrivalTimestamp: arrivedAtMs / 1000,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `${shardId}:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: roleArn,
    awsRegion,
    eventSourceARN: arn,
  }
}
