import { Duration } from 'aws-cdk-lib'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { HandlerFunction, type HandlerFunctionProps } from './handler-function.ts'

/** What an {@link IngestQueue} takes. */
export interface IngestQueueProps {
  /** Empties the queue; reports failed records alone (partial batch responses). */
  readonly handler: HandlerFunctionProps
  /** Empties the quarantine queue, in the same way. */
  readonly quarantineHandler: HandlerFunctionProps
  /** How often a message is delivered before it goes to the quarantine queue; default 5. */
  readonly deliveries?: number
}

/** Longest that a message stays in a queue: the most SQS allows, so that an outage over a week end loses nothing. */
const RETENTION = Duration.days(14)
const FUNCTION_TIMEOUT = Duration.seconds(10)

/**
 * A queue from which nothing is lost: a handler empties it in batches, what it gives up goes to the quarantine queue, and
 * a second handler empties that.
 */
export class IngestQueue extends Construct {
  readonly queue: Queue
  readonly quarantineQueue: Queue
  readonly handler: HandlerFunction
  readonly quarantineHandler: HandlerFunction

  constructor(scope: Construct, id: string, { handler, quarantineHandler, deliveries = 5 }: IngestQueueProps) {
    super(scope, id)
    const common = {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: RETENTION,
      // AWS asks for at least six times the function's timeout, so that a retry never overlaps a slow first try.
      visibilityTimeout: Duration.seconds(FUNCTION_TIMEOUT.toSeconds() * 6),
    }
    this.quarantineQueue = new Queue(this, 'Quarantine', common)
    this.queue = new Queue(this, 'Queue', { ...common, deadLetterQueue: { queue: this.quarantineQueue, maxReceiveCount: deliveries } })
    this.handler = new HandlerFunction(this, 'Handler', { timeout: FUNCTION_TIMEOUT, ...handler })
    this.quarantineHandler = new HandlerFunction(this, 'QuarantineHandler', { timeout: FUNCTION_TIMEOUT, ...quarantineHandler })
    this.handler.addEventSource(new SqsEventSource(this.queue, { batchSize: 10, reportBatchItemFailures: true }))
    this.quarantineHandler.addEventSource(new SqsEventSource(this.quarantineQueue, { batchSize: 10, reportBatchItemFailures: true }))
  }
}
