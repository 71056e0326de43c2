import { Duration, Names, RemovalPolicy, Size, Stack } from 'aws-cdk-lib'
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase } from 'aws-cdk-lib/aws-glue'
import { StorageClass, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { coldDatabaseProblems } from './cold-store-problems.ts'
import { logsBucket, privateBucket, type BucketOfYours } from './private-bucket.ts'

/** What a {@link ColdDatabase} takes. */
export interface ColdDatabaseProps {
  /** @default - a name that is made of the construct's path */
  readonly databaseName?: string
  /**
   * When files go to Glacier Instant Retrieval, at a fifth of the price, where Athena reads them still: 30 days or more.
   *
   * @default Duration.days(90)
   */
  readonly coldAfter?: Duration
  /**
   * The most that one query reads: 10 MB or more. One that would read more is stopped.
   *
   * @default Size.gibibytes(10)
   */
  readonly queryLimit?: Size
  /**
   * Where accesses to the bucket are logged.
   *
   * @default - a bucket is made, which keeps them for 90 days
   */
  readonly accessLogs?: BucketOfYours
}

/** A database of the Glue catalog, the bucket of its tables, and the work group that asks them. */
export interface ColdPlace {
  /** Tables are in `data/`, results of queries in `results/`, records that Firehose could not convert in `errors/`. */
  readonly bucket: IBucket
  readonly database: CfnDatabase
  readonly databaseName: string
  readonly workGroupName: string
}

const RESULTS_KEPT = Duration.days(7)

/** Makes what a database is in a scope. */
export function makeColdDatabase(
  scope: Construct, { databaseName, coldAfter = Duration.days(90), queryLimit = Size.gibibytes(10), accessLogs }: ColdDatabaseProps,
): ColdPlace {
  const unique = Names.uniqueResourceName(scope, { maxLength: 100, separator: '_' }).toLowerCase()
  const place = { databaseName: databaseName ?? unique, workGroupName: unique.replaceAll('_', '-') }
  const bucket = privateBucket(scope, 'Bucket', accessLogs ?? logsBucket(scope, 'AccessLogs'), {
    lifecycleRules: [
      { prefix: 'data/', transitions: [{ storageClass: StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: coldAfter }] },
      { prefix: 'results/', expiration: RESULTS_KEPT },
      { abortIncompleteMultipartUploadAfter: RESULTS_KEPT },
    ],
  })
  const database = new CfnDatabase(scope, 'Database', { catalogId: Stack.of(scope).account, databaseInput: { name: place.databaseName } })
  database.applyRemovalPolicy(RemovalPolicy.RETAIN)
  new CfnWorkGroup(scope, 'WorkGroup', {
    name: place.workGroupName, recursiveDeleteOption: true,
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true, publishCloudWatchMetricsEnabled: true, bytesScannedCutoffPerQuery: queryLimit.toBytes(),
      resultConfiguration: {
        outputLocation: `s3://${bucket.bucketName}/results/`, encryptionConfiguration: { encryptionOption: 'SSE_S3' },
      },
    },
  })
  return { ...place, bucket, database }
}

/**
 * One database for several tables that are asked together: each is a `ColdStore` of its own, all share the bucket, the work group and its
 * limit.
 *
 * @example
 * const database = new ColdDatabase(this, 'Cold', { databaseName: 'keg' })
 * const telemetry = new ColdStore(this, 'Telemetry', { database, tableName: 'telemetry', columns: { kegid: 'string', celsius: 'double' } })
 * const pours = new ColdStore(this, 'Pours', { database, tableName: 'pours', columns: { kegid: 'string', volumeml: 'int' } })
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-setting-control-limits-cloudwatch.html
 */
export class ColdDatabase extends Construct implements ColdPlace {
  readonly bucket: IBucket
  readonly database: CfnDatabase
  readonly databaseName: string
  readonly workGroupName: string

  constructor(scope: Construct, id: string, props: ColdDatabaseProps = {}) {
    super(scope, id)
    const { bucket, database, databaseName, workGroupName } = makeColdDatabase(this, props)
    this.bucket = bucket
    this.database = database
    this.databaseName = databaseName
    this.workGroupName = workGroupName
    this.node.addValidation({ validate: () => coldDatabaseProblems(props) })
  }
}
