import { Duration } from 'aws-cdk-lib'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, S3OnFailureDestination } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledge, acknowledgeObjects } from '../acknowledgements/acknowledge.ts'
import type { AlarmProps } from './alarms.ts'
import type { HotStore } from './hot-store.ts'
import { IngestFunction, type IngestFunctionProps } from './ingest-function.ts'
import { numberProblem } from './number-problem.ts'
import { logsBucket, privateBucket, type BucketOfYours } from './private-bucket.ts'

/** What {@link IngestChanges} take. */
export interface IngestChangesProps extends AlarmProps {
  /** The table; it has a stream. */
  readonly store: HotStore
  /** Reads the changes; reports the first that failed (partial batch responses). */
  readonly handler: IngestFunctionProps
  /**
   * Which changes the handler gets, as event patterns over records: `{ eventName: ['INSERT'] }`. One that matches any will do; the others
   * cost nothing.
   *
   * @default - all
   */
  readonly filters?: readonly Readonly<Record<string, unknown>>[]
  /**
   * The most changes that the handler gets at once: 1 to 10,000.
   *
   * @default 100
   */
  readonly batchSize?: number
  /**
   * How long to wait for a full batch: up to 5 minutes.
   *
   * @default Duration.seconds(1)
   */
  readonly batchingWindow?: Duration
  /**
   * How often a batch is tried again, halved each time: 0 to 10,000. What still fails goes to the bucket, whole.
   *
   * @default 10
   */
  readonly retries?: number
  /**
   * Where accesses to the bucket of failures are logged.
   *
   * @default - a bucket is made, which keeps them for 90 days
   */
  readonly accessLogs?: BucketOfYours
}

const KEPT = Duration.days(90)

/**
 * A handler of what changes in a table, after it has changed: whoever writes there waits for nothing. A batch that fails is halved and
 * tried again, and what the handler gives up goes to a bucket, since the stream forgets after a day.
 *
 * @example
 * import { StreamViewType } from 'aws-cdk-lib/aws-dynamodb'
 *
 * const store = new HotStore(this, 'Ledger', { partitionKey: 'pk', stream: StreamViewType.NEW_IMAGE })
 * new IngestChanges(this, 'Copied', { store, handler: { entry: 'src/copy.ts' }, filters: [{ eventName: ['INSERT'] }] })
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
 */
export class IngestChanges extends Construct {
  readonly handler: IngestFunction
  /** What was given up, as `aws/lambda/{mapping}/{shard}/{date}/…`, for 90 days. */
  readonly failures: IBucket

  constructor(scope: Construct, id: string, props: IngestChangesProps) {
    super(scope, id)
    const {
      store, handler, filters = [], batchSize = 100, batchingWindow = Duration.seconds(1), retries = 10, accessLogs, ...alarms
    } = props
    const problems = problemsOf(props)
    this.failures = privateBucket(this, 'Failures', accessLogs ?? logsBucket(this, 'AccessLogs'), {
      lifecycleRules: [{ expiration: KEPT }],
    })
    this.handler = new IngestFunction(this, 'Handler', { asynchronous: false, ...alarms, ...handler })
    if (problems.length === 0) {
      // Under exactOptionalPropertyTypes, CDK's class is no ITable by its optional properties alone.
      this.handler.addEventSource(new DynamoEventSource(store.table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON, batchSize, maxBatchingWindow: batchingWindow, bisectBatchOnError: true,
        retryAttempts: retries, reportBatchItemFailures: true, onFailure: new S3OnFailureDestination(this.failures),
        ...(filters.length === 0 ? {} : { filters: filters.map((filter) => FilterCriteria.filter({ ...filter })) }),
      }))
    }
    const role = this.handler.role ?? this.handler
    acknowledgeObjects(role, this.failures, 'Lambda chooses the names of what is kept')
    acknowledge(role, 'IAM5[Resource::*]', 'dynamodb:ListStreams, which knows no resources')
    this.node.addValidation({ validate: () => problems })
  }
}

function problemsOf({ store, batchSize, batchingWindow, retries }: IngestChangesProps): string[] {
  return [
    store.table.tableStreamArn === undefined ? ['store: its table has no stream; give it `stream`, as StreamViewType.NEW_IMAGE'] : [],
    numberProblem('batchSize', batchSize, { min: 1, max: 10_000 }),
    numberProblem('batchingWindow', batchingWindow?.toSeconds(), { min: 0, max: 300, unit: 'seconds' }),
    numberProblem('retries', retries, { min: 0, max: 10_000 }),
  ].flat()
}
