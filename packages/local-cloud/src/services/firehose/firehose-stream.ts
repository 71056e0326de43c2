import type { ExtendedS3Configuration } from './destination-properties.ts'

/** A delivery stream as the API describes it, on its shelf. */
export interface FirehoseStream {
  readonly name: string
  readonly arn: string
  /** Absent: records are put by calls. */
  readonly source?: { readonly kinesisStreamArn: string; readonly roleArn: string } | undefined
  readonly destination: ExtendedS3Configuration
  /** As it was written: `S3DestinationConfiguration` has fewer members. */
  readonly extended: boolean
  readonly version: number
  readonly createdAtMs: number
  readonly updatedAtMs: number
}

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamDescription.html */
export function describedStream({ name, arn, source, destination, extended, version, createdAtMs, updatedAtMs }: FirehoseStream): object {
  const { BucketARN, RoleARN, Prefix, ErrorOutputPrefix, BufferingHints, CompressionFormat = 'UNCOMPRESSED' } = destination
  const hints = { SizeInMBs: BufferingHints?.SizeInMBs ?? 5, IntervalInSeconds: BufferingHints?.IntervalInSeconds ?? 300 }
  const s3 = {
    BucketARN, RoleARN, Prefix, ErrorOutputPrefix, BufferingHints: hints, CompressionFormat,
    EncryptionConfiguration: { NoEncryptionConfig: 'NoEncryption' }, CloudWatchLoggingOptions: { Enabled: false },
  }
  const { S3BackupConfiguration: S3BackupDescription, S3BackupMode = 'Disabled', ...more } = destination
  return {
    DeliveryStreamName: name, DeliveryStreamARN: arn, DeliveryStreamStatus: 'ACTIVE',
    DeliveryStreamType: source === undefined ? 'DirectPut' : 'KinesisStreamAsSource',
    DeliveryStreamEncryptionConfiguration: { Status: 'DISABLED' },
    VersionId: String(version), CreateTimestamp: createdAtMs / 1000, LastUpdateTimestamp: updatedAtMs / 1000,
    ...(source === undefined ? {} : { Source: { KinesisStreamSourceDescription: { KinesisStreamARN: source.kinesisStreamArn, RoleARN: source.roleArn, DeliveryStartTimestamp: createdAtMs / 1000 } } }),
    Destinations: [{ DestinationId: DESTINATION_ID, S3DestinationDescription: s3, ...(extended ? { ExtendedS3DestinationDescription: { ...more, ...s3, S3BackupMode, S3BackupDescription } } : {}) }],
    HasMoreDestinations: false,
  }
}

/** A stream has one destination. */
export const DESTINATION_ID = 'destinationId-000000000001'
