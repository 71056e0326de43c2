import { Duration } from 'aws-cdk-lib'
import type { IEventSource } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource, StreamEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { acknowledge } from '../acknowledgements/acknowledge.ts'
import { alarmAbove, type AlarmProps } from './alarms.ts'
import { HandlerFunction, type HandlerFunctionProps } from './handler-function.ts'
import { deadLetterQueueProps } from './queues.ts'

/** What an {@link IngestFunction} takes; all else of `NodejsFunction` is set for you and can be overridden. */
export interface IngestFunctionProps extends HandlerFunctionProps, AlarmProps {
  /**
   * Whether it is invoked asynchronously, as a rule does: what it fails with in all tries is kept in `failures`, unless `onFailure` or a
   * dead-letter queue is given. Not needed by a function with event sources alone, which keep what it fails with themselves.
   *
   * @default true
   */
  readonly asynchronous?: boolean
}

const OLDEST_RECORD = Duration.minutes(15)

/**
 * A handler of messages that nobody waits for: a {@link HandlerFunction} which keeps what it failed with, and whose failures, throttles and
 * backlog raise alarms.
 *
 * @example
 * const pours = new IngestFunction(this, 'Pours', { entry: 'src/pours.ts', grants: [writesStore(store)] })
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export class IngestFunction extends HandlerFunction {
  /** What it was invoked with asynchronously, and failed with in all tries; absent where another place was given. */
  readonly failures: Queue | undefined
  readonly #alarmTopic: ITopic | undefined
  readonly #oldestRecord: Duration

  constructor(
    scope: Construct,
    id: string,
    { asynchronous = true, alarmTopic, oldestRecord = OLDEST_RECORD, events = [], ...props }: IngestFunctionProps,
  ) {
    const kept = props.onFailure !== undefined
      || props.deadLetterQueue !== undefined
      || props.deadLetterTopic !== undefined
      || props.deadLetterQueueEnabled === true
    const failures = asynchronous && !kept ? new Queue(scope, `${id}.Failures`, deadLetterQueueProps) : undefined
    super(scope, id, { ...(failures === undefined ? {} : { onFailure: new SqsDestination(failures) }), ...props })
    this.failures = failures
    this.#alarmTopic = alarmTopic
    this.#oldestRecord = oldestRecord
    for (const source of events) this.addEventSource(source)
    this.#alarm('Errors', this.metricErrors(), 0, 'The function fails')
    this.#alarm('Throttles', this.metricThrottles(), 0, 'The function is throttled')
    if (failures === undefined) return
    acknowledge(failures, 'SQS3', 'it is where the function sends what it gives up; an alarm tells of it')
    this.#alarm(
      'Failures',
      failures.metricApproximateNumberOfMessagesVisible(),
      0,
      'The function gave up messages, which are kept in its queue of failures',
    )
  }

  /** Adds a source of records, and an alarm for the oldest of them that waits. */
  override addEventSource(source: IEventSource): void {
    super.addEventSource(source)
    const says = `A record waits for more than ${this.#oldestRecord.toHumanString()}`
    if (source instanceof SqsEventSource)
      this.#alarm(`Oldest${source.queue.node.id}`, source.queue.metricApproximateAgeOfOldestMessage(), this.#oldestRecord.toSeconds(), says)
    if (source instanceof StreamEventSource)
      this.#alarm('OldestRecord', this.metric('IteratorAge', { statistic: 'Maximum' }), this.#oldestRecord.toMilliseconds(), says)
  }

  #alarm(id: string, metric: Parameters<typeof alarmAbove>[2]['metric'], threshold: number, says: string): void {
    if (this.node.tryFindChild(`${id}Alarm`) === undefined)
      alarmAbove(this, `${id}Alarm`, { metric, threshold, says, topic: this.#alarmTopic })
  }
}
