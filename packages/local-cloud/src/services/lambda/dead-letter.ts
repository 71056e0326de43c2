import type { Ground } from '../../ground/ground.ts'
import { sqs } from '../sqs/name.ts'

/** What is said beside an event that a function could not take. */
export interface DeadLetterReason {
  readonly requestId: string
  readonly errorMessage: string
}

/** Hands an event that a function could not take to its dead-letter queue or topic. */
export type DeadLetter = (arn: string, event: string, reason: DeadLetterReason) => Promise<void>

/** The first kilobyte of an error message is told. */
const MESSAGE_MAX = 1_024

/**
 * A queue gets the event with its reason as attributes, a topic the event alone.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html#invocation-dlq
 */
export function deadLetterTo({ start, deliver }: Pick<Ground, 'start' | 'deliver'>): DeadLetter {
  return async (arn, event, { requestId, errorMessage }) => {
    const queues = arn.split(':')[2] === 'sqs' ? await start(sqs) : undefined
    const queueUrl = queues?.queueUrl(arn)
    if (queues === undefined || queueUrl === undefined) return deliver(arn, event)
    const text = (StringValue: string) => ({ DataType: 'String', StringValue })
    const attributes = {
      RequestID: text(requestId),
      ErrorCode: { DataType: 'Number', StringValue: '200' },
      ...(errorMessage === '' ? {} : { ErrorMessage: text(errorMessage.slice(0, MESSAGE_MAX)) }),
    }
    await queues.call('SendMessage', { QueueUrl: queueUrl, MessageBody: event, MessageAttributes: attributes })
  }
}
