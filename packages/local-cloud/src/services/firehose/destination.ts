import type { ConversionConfiguration, ExtendedS3Configuration, ProcessorConfiguration, S3Configuration } from './destination-properties.ts'
import { checkPrefixes, isPartitioned } from './key-prefix.ts'

/** Defaults and limits. @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_BufferingHints.html */
const INTERVAL_SEC = 300
const INTERVAL_MAX_SEC = 900
const SIZE_MB = 5
const SIZE_MAX_MB = 128
/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html */
const COLLECTED_SIZE_MIN_MB = 64

/** Where and how objects are written. */
export interface ObjectDestination {
  readonly bucket: string
  readonly prefix: string | undefined
  readonly errorPrefix: string | undefined
  readonly timeZone: string
  readonly compression: 'UNCOMPRESSED' | 'GZIP' | 'ZIP'
  readonly fileExtension: string | undefined
}

/** What a delivery stream does with its records, all defaults filled in. */
export interface Destination extends ObjectDestination {
  readonly roleArn: string
  readonly intervalSec: number
  readonly sizeBytes: number
  readonly processors: readonly ProcessorConfiguration[]
  readonly partitioned: boolean
  readonly conversion: ConversionConfiguration | undefined
  /** Where all records go as they came; absent: nowhere. */
  readonly backup: ObjectDestination | undefined
}

/** Reads the configuration of a destination. Throws `TypeError` for one that Firehose refuses. */
export function destinationOf(configuration: Partial<ExtendedS3Configuration> & S3Configuration): Destination {
  const { Prefix: prefix, ErrorOutputPrefix: errorPrefix, BufferingHints: hints } = configuration
  const conversion = configuration.DataFormatConversionConfiguration
  const converts = conversion !== undefined && conversion.Enabled !== false
  const partitioned = configuration.DynamicPartitioningConfiguration?.Enabled === true
  checkPrefixes(prefix, errorPrefix)
  checkPartitioning(partitioned, configuration)
  const collected = converts || partitioned
  const sizeMb = hints?.SizeInMBs ?? (converts ? SIZE_MAX_MB : partitioned ? COLLECTED_SIZE_MIN_MB : SIZE_MB)
  const intervalSec = hints?.IntervalInSeconds ?? INTERVAL_SEC
  if (sizeMb < 1 || sizeMb > SIZE_MAX_MB) throw new TypeError(`BufferingHints.SizeInMBs is from 1 to ${SIZE_MAX_MB}, not ${sizeMb}`)
  if (intervalSec < 0 || intervalSec > INTERVAL_MAX_SEC)
    throw new TypeError(`BufferingHints.IntervalInSeconds is from 0 to ${INTERVAL_MAX_SEC}, not ${intervalSec}`)
  if (collected && sizeMb < COLLECTED_SIZE_MIN_MB) throw new TypeError(`BufferingHints.SizeInMBs must be at least ${COLLECTED_SIZE_MIN_MB} when ${converts ? 'data format conversion' : 'dynamic partitioning'} is enabled.`)
  if (converts) checkConversion(conversion, configuration)
  const { S3BackupMode: backupMode, S3BackupConfiguration: backup } = configuration
  if (backupMode === 'Enabled' && backup === undefined)
    throw new TypeError('S3BackupConfiguration must be specified when S3BackupMode is Enabled')
  return {
    ...objectDestination(configuration, configuration),
    roleArn: configuration.RoleARN,
    intervalSec, sizeBytes: sizeMb * 1024 * 1024, partitioned,
    processors: configuration.ProcessingConfiguration?.Enabled === true ? (configuration.ProcessingConfiguration.Processors ?? []) : [],
    conversion: converts ? conversion : undefined,
    backup: backupMode === 'Enabled' && backup !== undefined
      ? objectDestination(backup, { CustomTimeZone: configuration.CustomTimeZone })
      : undefined,
  }
}

function objectDestination(
  { BucketARN, Prefix, ErrorOutputPrefix, CompressionFormat }: S3Configuration,
  more: Partial<Pick<ExtendedS3Configuration, 'CustomTimeZone' | 'FileExtension'>>,
): ObjectDestination {
  const { CustomTimeZone: timeZone = 'UTC', FileExtension: fileExtension } = more
  if (fileExtension !== undefined && !/^(?:\.[0-9a-z!\-_.*'()]+)?$/.test(fileExtension))
    throw new TypeError(`FileExtension ${fileExtension} does not begin with a dot or has other than allowed characters`)
  // Throws for a zone that is not known.
  new Intl.DateTimeFormat('en-US', { timeZone })
  return {
    bucket: BucketARN.replace(/^arn:aws[^:]*:s3:::/, ''), prefix: Prefix, errorPrefix: ErrorOutputPrefix, timeZone,
    compression: CompressionFormat ?? 'UNCOMPRESSED', fileExtension,
  }
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning-s3bucketprefix.html */
function checkPartitioning(partitioned: boolean, { Prefix, ErrorOutputPrefix }: S3Configuration): void {
  if (!partitioned && isPartitioned(Prefix)) throw new TypeError('Prefix can have partition keys only when dynamic partitioning is enabled')
  if (partitioned && !isPartitioned(Prefix)) throw new TypeError('Prefix must have partition keys when dynamic partitioning is enabled')
  if (partitioned && ErrorOutputPrefix === undefined)
    throw new TypeError('ErrorOutputPrefix cannot be null or empty when dynamic partitioning is enabled')
}

/** @see https://docs.aws.amazon.com/firehose/latest/dev/enable-record-format-conversion.html */
function checkConversion(
  { SchemaConfiguration: schema, InputFormatConfiguration, OutputFormatConfiguration }: ConversionConfiguration,
  { CompressionFormat }: S3Configuration,
): void {
  if (CompressionFormat !== undefined && CompressionFormat !== 'UNCOMPRESSED')
    throw new TypeError('CompressionFormat must be UNCOMPRESSED when data format conversion is enabled.')
  if (InputFormatConfiguration?.Deserializer === undefined)
    throw new TypeError('InputFormatConfiguration must be specified when data format conversion is enabled.')
  if (OutputFormatConfiguration?.Serializer?.ParquetSerDe === undefined)
    throw new TypeError('OutputFormatConfiguration must be specified when data format conversion is enabled.')
  if (schema?.DatabaseName === undefined || schema.TableName === undefined)
    throw new TypeError('SchemaConfiguration must be specified when data format conversion is enabled.')
}
