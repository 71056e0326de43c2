import { flag, ignored, list, map, number, object, oneOf, refused, required, text, type PropertiesOf } from '../../ground/property.ts'

const unencrypted = ignored('nothing is encrypted on this machine')
const logging = ignored('what fails is in the log of this run')

const bufferingHints = object({ IntervalInSeconds: number, SizeInMBs: number })

/** What CloudFormation and the API call the same, of a destination in a bucket. */
export const s3Properties = {
  BucketARN: required(text),
  RoleARN: required(text),
  Prefix: text,
  ErrorOutputPrefix: text,
  BufferingHints: bufferingHints,
  CompressionFormat: oneOf('UNCOMPRESSED', 'GZIP', 'ZIP'),
  EncryptionConfiguration: unencrypted,
  CloudWatchLoggingOptions: logging,
} as const

const processor = {
  Type: required(
    oneOf('RecordDeAggregation', 'Decompression', 'CloudWatchLogProcessing', 'Lambda', 'MetadataExtraction', 'AppendDelimiterToRecord'),
  ),
  Parameters: list(object({ ParameterName: required(text), ParameterValue: required(text) })),
} as const

const processingConfiguration = object({ Enabled: flag, Processors: list(object(processor)) })

const parquet = {
  Compression: oneOf('UNCOMPRESSED', 'GZIP', 'SNAPPY'),
  BlockSizeBytes: ignored('DuckDB chooses how large row groups are'),
  PageSizeBytes: ignored('DuckDB chooses how large pages are'),
  EnableDictionaryCompression: ignored('DuckDB chooses dictionaries by the data'),
  MaxPaddingBytes: ignored('it concerns HDFS alone'),
  WriterVersion: ignored('readers take either'),
} as const

const conversion = {
  Enabled: flag,
  SchemaConfiguration: object({
    DatabaseName: text, TableName: text, VersionId: text, Region: text, RoleARN: text, CatalogId: ignored('there is one account'),
  }),
  InputFormatConfiguration: object({
    Deserializer: object({
      OpenXJsonSerDe: object({ CaseInsensitive: flag, ColumnToJsonKeyMappings: map(text), ConvertDotsInJsonKeysToUnderscores: flag }),
      HiveJsonSerDe: object({ TimestampFormats: list(text) }),
    }),
  }),
  OutputFormatConfiguration: object({
    Serializer: object({ ParquetSerDe: object(parquet), OrcSerDe: refused('ORC is not written here; Parquet is') }),
  }),
} as const

/** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_ExtendedS3DestinationConfiguration.html */
export const extendedS3Properties = {
  ...s3Properties,
  FileExtension: text,
  CustomTimeZone: text,
  DataFormatConversionConfiguration: object(conversion),
  DynamicPartitioningConfiguration: object({ Enabled: flag, RetryOptions: ignored('a bucket of this run is always reached') }),
  ProcessingConfiguration: processingConfiguration,
  S3BackupMode: oneOf('Disabled', 'Enabled'),
  S3BackupConfiguration: object(s3Properties),
} as const

export type S3Configuration = PropertiesOf<typeof s3Properties>
export type ExtendedS3Configuration = PropertiesOf<typeof extendedS3Properties>
export type ProcessorConfiguration = PropertiesOf<typeof processor>
export type ConversionConfiguration = PropertiesOf<typeof conversion>

/** A destination of the older kind has the same without what it does not know. */
export function withoutMore(configuration: Pick<ExtendedS3Configuration, keyof typeof s3Properties>): ExtendedS3Configuration {
  return {
    ...configuration, FileExtension: undefined, CustomTimeZone: undefined, DataFormatConversionConfiguration: undefined,
    DynamicPartitioningConfiguration: undefined, ProcessingConfiguration: undefined, S3BackupMode: undefined,
    S3BackupConfiguration: undefined,
  }
}
