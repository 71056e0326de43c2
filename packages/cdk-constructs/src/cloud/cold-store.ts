import { Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib'
import { CfnTable } from 'aws-cdk-lib/aws-glue'
import {
  DeliveryStream, EnableLogging, InputFormat, MetadataExtractionProcessor, OutputFormat, S3Bucket, SchemaConfiguration, StreamEncryption,
  type IDeliveryStream,
} from 'aws-cdk-lib/aws-kinesisfirehose'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledgeGrants } from '../acknowledgements/acknowledge.ts'
import { makeColdDatabase, type ColdDatabase, type ColdDatabaseProps, type ColdPlace } from './cold-database.ts'
import { coldStoreProblems } from './cold-store-problems.ts'

/** What a {@link ColdStore} takes; what is of a database, where it has one of its own. */
export interface ColdStoreProps extends ColdDatabaseProps {
  /** Athena's type by column, in lower case: `kegid` gets a record's `kegId`. */
  readonly columns: Readonly<Record<string, string>>
  /**
   * What records are kept apart by beside the `day` that they arrive: a jq expression over the record by name. A query that names them
   * reads no others; it has to name each.
   *
   * @default - by `day` alone
   */
  readonly partitions?: Readonly<Record<string, string>>
  /**
   * The first day that there are records of, as YYYY-MM-DD.
   *
   * @default '2025-01-01'
   */
  readonly since?: string
  /**
   * Where the table stands with others: one database, work group and bucket, whose settings it has. Its records are in `data/{tableName}/`.
   *
   * @default - a database of its own, with records in `data/`
   */
  readonly database?: ColdDatabase
  /** @default 'messages' */
  readonly tableName?: string
  /**
   * How long records are gathered before a file is written, if 128 MB do not come before: up to 15 minutes.
   *
   * @default Duration.minutes(5)
   */
  readonly bufferingInterval?: Duration
}

const BUFFER = Size.mebibytes(128)
const PARQUET = {
  inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
  outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
  serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
}

/**
 * Everything that ever came, for little money: Firehose writes it as Parquet, Athena asks it in SQL, each day and partition on its own, in
 * a work group that says where results go and how much a query may read. Several tables of one {@link ColdDatabase} are asked together.
 *
 * @example
 * const cold = new ColdStore(this, 'Cold', { columns: { kegid: 'string', celsius: 'double' }, partitions: { site: '.siteId' } })
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT *, topic(2) AS siteId, topic(3) AS kegId FROM 'keg/+/+/telemetry'",
 *   actions: [toFirehose(cold.stream, { separator: '\n' })],
 * })
 * @see https://docs.aws.amazon.com/firehose/latest/dev/dynamic-partitioning.html
 */
export class ColdStore extends Construct {
  readonly bucket: IBucket
  /** Takes JSON records. */
  readonly stream: IDeliveryStream
  readonly databaseName: string
  readonly tableName: string
  readonly workGroupName: string

  constructor(scope: Construct, id: string, props: ColdStoreProps) {
    super(scope, id)
    const problems = coldStoreProblems(props)
    const place = props.database ?? makeColdDatabase(this, props)
    this.bucket = place.bucket
    this.databaseName = place.databaseName
    this.workGroupName = place.workGroupName
    this.tableName = props.tableName ?? 'messages'
    const folder = props.database === undefined ? '' : `${this.tableName}/`
    const table = this.#table(props, place, `data/${folder}`)
    this.stream = this.#stream(table, problems.length === 0 ? props : { columns: {} }, folder)
    this.node.addValidation({ validate: () => problems })
  }

  #table({ columns, partitions = {}, since = '2025-01-01' }: ColdStoreProps, { database }: ColdPlace, prefix: string): CfnTable {
    const keys = Object.keys(partitions)
    const location = `s3://${this.bucket.bucketName}/${prefix}`
    // Athena works out which partitions there are, so that nobody has to add one.
    const projection = Object.fromEntries(keys.map((key) => [`projection.${key}.type`, 'injected']))
    const days = { 'projection.day.type': 'date', 'projection.day.format': 'yyyy-MM-dd', 'projection.day.range': `${since},NOW+1DAY` }
    const table = new CfnTable(this, 'Table', {
      catalogId: Stack.of(this).account, databaseName: this.databaseName,
      tableInput: {
        name: this.tableName, tableType: 'EXTERNAL_TABLE',
        partitionKeys: [...keys, 'day'].map((name) => ({ name, type: 'string' })),
        parameters: {
          classification: 'parquet', 'projection.enabled': 'true', ...projection, ...days,
          'storage.location.template': `${location}${[...keys, 'day'].map((key) => `${key}=\${${key}}/`).join('')}`,
        },
        storageDescriptor: { location, ...PARQUET, columns: Object.entries(columns).map(([name, type]) => ({ name, type })) },
      },
    })
    table.addResourceDependency(database)
    table.applyRemovalPolicy(RemovalPolicy.RETAIN)
    return table
  }

  #stream(table: CfnTable, { partitions = {}, bufferingInterval = Duration.minutes(5) }: ColdStoreProps, folder: string): DeliveryStream {
    const keys = Object.keys(partitions)
    const apart = keys.map((key) => `${key}=!{partitionKeyFromQuery:${key}}/`).join('')
    const logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
    const stream = new DeliveryStream(this, 'Stream', {
      encryption: StreamEncryption.awsOwnedKey(),
      destination: new S3Bucket(this.bucket, {
        dataOutputPrefix: `data/${folder}${apart}day=!{timestamp:yyyy-MM-dd}/`,
        errorOutputPrefix: `errors/${folder}!{firehose:error-output-type}/`, bufferingInterval, bufferingSize: BUFFER,
        loggingConfig: new EnableLogging(logGroup),
        dataFormatConversion: {
          schemaConfiguration: SchemaConfiguration.fromCfnTable(table), inputFormat: InputFormat.OPENX_JSON,
          outputFormat: OutputFormat.PARQUET,
        },
        ...(keys.length === 0
          ? {}
          : { dynamicPartitioning: { enabled: true }, processors: [MetadataExtractionProcessor.jq16({ ...partitions })] }),
      }),
    })
    acknowledgeGrants(
      stream, 'what CDK grants Firehose, which names what it writes by day and partition, and reads the schema of the table',
    )
    return stream
  }
}
