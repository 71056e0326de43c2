import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Stream, StreamEncryption, StreamMode } from 'aws-cdk-lib/aws-kinesis'
import { StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { KinesisEventSource, S3OnFailureDestination } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { acknowledgeObjects } from '../acknowledgements/acknowledge.ts'
import { alarmAbove, type AlarmProps } from './alarms.ts'
import { IngestFunction, type IngestFunctionProps } from './ingest-function.ts'
import { logsBucket, privateBucket, type BucketOfYours } from './private-bucket.ts'
import { numberProblem } from './number-problem.ts'

/** What an {@link IngestStream} takes. */
export interface IngestStreamProps extends AlarmProps {
  /** Reads the stream; reports the first record that failed (partial batch responses). */
  readonly handler: IngestFunctionProps
  /**
   * 1 to 10,000 shards, paid by the hour: each takes 1 MB or 1,000 records a second.
   *
   * @default - on demand: as many as are needed, paid by use
   */
  readonly shards?: number
  /**
   * How long records stay: 24 hours to 365 days.
   *
   * @default Duration.days(7)
   */
  readonly retention?: Duration
  /**
   * The most records that the handler gets at once: 1 to 10,000.
   *
   * @default 100
   */
  readonly batchSize?: number
  /**
   * How long to wait for a full batch: up to 5 minutes.
   *
   * @default - a batch is not waited for
   */
  readonly batchingWindow?: Duration
  /**
   * How often a batch is tried again: 0 to 10,000. What still fails goes to the bucket, whole.
   *
   * @default 10
   */
  readonly retries?: number
  /**
   * Whether a batch that fails is halved, which uses up no try, until the record is alone that it fails for. To be left out where the
   * handler tells of bad records itself: what it reports then is a store that is down, for all records alike, and a thousand batches of one
   * fail like one of a thousand.
   *
   * @default true
   */
  readonly halves?: boolean
  /**
   * Hands the handler's state on from batch to batch for so long: up to 15 minutes. Not emulated by `keg run`, which names it and does not
   * start.
   *
   * @default - batches have no state
   */
  readonly tumblingWindow?: Duration
  /**
   * Where accesses to the bucket of failures are logged.
   *
   * @default - a bucket is made, which keeps them for 90 days
   */
  readonly accessLogs?: BucketOfYours
}

const WEEK = Duration.days(7)
const KEPT = Duration.days(90)

/**
 * A stream and its handler: a batch that fails is halved, unless it is not to be, and tried again, and what the handler gives up goes to a
 * bucket with its payload, so that it can be sent again after the stream has forgotten it.
 *
 * @example
 * const telemetry = new IngestStream(this, 'Telemetry', { handler: { entry: 'src/telemetry.ts' } })
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/+/telemetry'", actions: [toKinesis(telemetry.stream, { partitionKey: '${topic(3)}' })],
 * })
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export class IngestStream extends Construct {
  readonly stream: Stream
  readonly handler: IngestFunction
  /** What was given up, as `aws/lambda/{mapping}/{shard}/{date}/…`, for 90 days. */
  readonly failures: IBucket

  constructor(scope: Construct, id: string, props: IngestStreamProps) {
    super(scope, id)
    const {
      handler, shards, retention = WEEK, batchSize = 100, batchingWindow, retries = 10, halves = true, tumblingWindow, accessLogs,
      ...alarms
    } = props
    const problems = problemsOf(props)
    const kept = problems.some((problem) => problem.startsWith('retention')) ? WEEK : retention
    this.stream = new Stream(this, 'Stream', {
      encryption: StreamEncryption.MANAGED, retentionPeriod: kept, removalPolicy: RemovalPolicy.RETAIN,
      ...(shards === undefined ? { streamMode: StreamMode.ON_DEMAND } : { streamMode: StreamMode.PROVISIONED, shardCount: shards }),
    })
    this.failures = privateBucket(this, 'Failures', accessLogs ?? logsBucket(this, 'AccessLogs'), {
      lifecycleRules: [{ expiration: KEPT }],
    })
    this.handler = new IngestFunction(this, 'Handler', { asynchronous: false, ...alarms, ...handler })
    if (problems.length === 0) {
      this.handler.addEventSource(new KinesisEventSource(this.stream, {
        startingPosition: StartingPosition.TRIM_HORIZON, batchSize, bisectBatchOnError: halves, retryAttempts: retries,
        reportBatchItemFailures: true, onFailure: new S3OnFailureDestination(this.failures),
        ...(batchingWindow === undefined ? {} : { maxBatchingWindow: batchingWindow }),
        ...(tumblingWindow === undefined ? {} : { tumblingWindow }),
      }))
    }
    acknowledgeObjects(this.handler.role ?? this.handler, this.failures, 'Lambda chooses the names of what is kept')
    const throttled = this.stream.metric('WriteProvisionedThroughputExceeded', { statistic: 'Sum' })
    alarmAbove(this, 'ThrottledAlarm', {
      metric: throttled, threshold: 0, topic: alarms.alarmTopic,
      says: 'The stream takes less than it is sent: what a rule sends there goes to its error action',
    })
    this.node.addValidation({ validate: () => problems })
  }
}

function problemsOf({ shards, retention, batchSize, batchingWindow, retries, tumblingWindow }: IngestStreamProps): string[] {
  return [
    numberProblem('shards', shards, { min: 1, max: 10_000, fix: 'leave it out for a stream on demand' }),
    numberProblem('retention', retention?.toHours(), { min: 24, max: 8_760, unit: 'hours' }),
    numberProblem('batchSize', batchSize, { min: 1, max: 10_000 }),
    numberProblem('batchingWindow', batchingWindow?.toSeconds(), { min: 0, max: 300, unit: 'seconds' }),
    numberProblem('retries', retries, { min: 0, max: 10_000 }),
    numberProblem('tumblingWindow', tumblingWindow?.toSeconds(), { min: 0, max: 900, unit: 'seconds' }),
  ].flat()
}
