import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from '../acknowledgements/acknowledge.ts'
import { alarmAbove, type AlarmProps } from './alarms.ts'
import { IngestFunction, type IngestFunctionProps } from './ingest-function.ts'
import { numberProblem } from './number-problem.ts'
import { deadLetterQueueProps } from './queues.ts'

/** What an {@link IngestQueue} takes. */
export interface IngestQueueProps extends AlarmProps {
  /** Empties the queue; reports failed records alone (partial batch responses). */
  readonly handler: IngestFunctionProps
  /** Empties the quarantine queue, in the same way. */
  readonly quarantineHandler: IngestFunctionProps
  /**
   * How often a message is delivered before it goes to the quarantine queue: 1 to 1,000.
   *
   * @default 5
   */
  readonly deliveries?: number
}

const FUNCTION_TIMEOUT = Duration.seconds(10)
const MAX_DELIVERIES = 1_000

/**
 * A queue from which nothing is lost: a handler empties it in batches, what it gives up goes to the quarantine queue, and
 * a second handler empties that. An alarm tells of what stays in the quarantine queue.
 *
 * @example
 * const pours = new IngestQueue(this, 'Pours', { handler: { entry: 'src/pours.ts' }, quarantineHandler: { entry: 'src/quarantine.ts' } })
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/+/pours'", actions: [toQueue(pours.queue)], errorAction: toQueue(pours.quarantineQueue),
 * })
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
export class IngestQueue extends Construct {
  readonly queue: Queue
  readonly quarantineQueue: Queue
  readonly handler: IngestFunction
  readonly quarantineHandler: IngestFunction

  constructor(scope: Construct, id: string, { handler, quarantineHandler, deliveries = 5, ...alarms }: IngestQueueProps) {
    super(scope, id)
    // AWS asks for at least six times the function's timeout, so that a retry never overlaps a slow first try.
    const queueFor = ({ timeout = FUNCTION_TIMEOUT }: IngestFunctionProps) => ({
      ...deadLetterQueueProps, visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
    })
    const problems = numberProblem('deliveries', deliveries, { min: 1, max: MAX_DELIVERIES })
    this.quarantineQueue = new Queue(this, 'Quarantine', queueFor(quarantineHandler))
    this.queue = new Queue(this, 'Queue', {
      ...queueFor(handler), deadLetterQueue: { queue: this.quarantineQueue, maxReceiveCount: problems.length === 0 ? deliveries : 1 },
    })
    const common = { timeout: FUNCTION_TIMEOUT, asynchronous: false, ...alarms }
    this.handler = new IngestFunction(this, 'Handler', { ...common, ...handler })
    this.quarantineHandler = new IngestFunction(this, 'QuarantineHandler', { ...common, ...quarantineHandler })
    this.handler.addEventSource(new SqsEventSource(this.queue, { batchSize: 10, reportBatchItemFailures: true }))
    this.quarantineHandler.addEventSource(new SqsEventSource(this.quarantineQueue, { batchSize: 10, reportBatchItemFailures: true }))
    alarmAbove(this, 'QuarantineAlarm', {
      metric: this.quarantineQueue.metricApproximateNumberOfMessagesVisible(), threshold: 0, topic: alarms.alarmTopic,
      says: 'Messages that the handler gave up wait in quarantine',
    })
    acknowledge(
      this.quarantineQueue,
      'SQS3',
      'it is where the other queue sends what it gives up; its own handler empties it, and an alarm tells of what stays',
    )
    this.node.addValidation({ validate: () => problems })
  }
}
