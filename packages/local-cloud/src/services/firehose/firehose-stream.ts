import type { ExtendedS3Configuration, S3Configuration } from './destination-properties.ts'
import type { DeliveryStreamDescription, S3DestinationDescription } from './model.generated.ts'

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
export function describedStream(
  { name, arn, source, destination, extended, version, createdAtMs, updatedAtMs }: FirehoseStream,
): DeliveryStreamDescription {
  const s3 = describedS3(destination)
  const { S3BackupConfiguration: backup, S3BackupMode = 'Disabled', ...more } = destination
  const described = { ...more, ...s3, S3BackupMode, ...(backup === undefined ? {} : { S3BackupDescription: describedS3(backup) }) }
  return {
    DeliveryStreamName: name, DeliveryStreamARN: arn, DeliveryStreamStatus: 'ACTIVE',
    DeliveryStreamType: source === undefined ? 'DirectPut' : 'KinesisStreamAsSource',
    DeliveryStreamEncryptionConfiguration: { Status: 'DISABLED' },
    VersionId: String(version), CreateTimestamp: createdAtMs / 1000, LastUpdateTimestamp: updatedAtMs / 1000,
    ...(source === undefined
      ? {}
      : { Source: { KinesisStreamSourceDescription: {
        KinesisStreamARN: source.kinesisStreamArn, RoleARN: source.roleArn, DeliveryStartTimestamp: createdAtMs / 1000,
      } } }),
    Destinations: [
      { DestinationId: DESTINATION_ID, S3DestinationDescription: s3, ...(extended ? { ExtendedS3DestinationDescription: described } : {}) },
    ],
    HasMoreDestinations: false,
  }
}

function describedS3(
  { BucketARN, RoleARN, Prefix, ErrorOutputPrefix, BufferingHints, CompressionFormat = 'UNCOMPRESSED' }: S3Configuration,
): S3DestinationDescription {
  return {
    BucketARN, RoleARN, Prefix, ErrorOutputPrefix, CompressionFormat,
    BufferingHints: { SizeInMBs: BufferingHints?.SizeInMBs ?? 5, IntervalInSeconds: BufferingHints?.IntervalInSeconds ?? 300 },
    EncryptionConfiguration: { NoEncryptionConfig: 'NoEncryption' }, CloudWatchLoggingOptions: { Enabled: false },
  }
}

/** A stream has one destination. */
export const DESTINATION_ID = 'destinationId-000000000001'
