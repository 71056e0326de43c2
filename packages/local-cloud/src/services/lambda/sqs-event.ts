import type { SqsMessage } from '../sqs/sqs.ts'
import { batchItemFailures } from './batch-item-failures.ts'
import type { InvocationResult } from './lambda-function.ts'

/**
 * The event that a batch of messages makes.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event
 */
export function sqsEvent(messages: readonly SqsMessage[], queueArn: string, region: string): { Records: object[] } {
  return { Records: messages.map((message) => sqsRecord(message, queueArn, region)) }
}

/** One message of such an event. */
export function sqsRecord(message: SqsMessage, queueArn: string, region: string): object {
  return {
    messageId: message.MessageId,
    receiptHandle: message.ReceiptHandle,
    body: message.Body,
    attributes: message.Attributes ?? {},
    messageAttributes: Object.fromEntries(
      Object.entries(message.MessageAttributes ?? {}).map(([name, attribute]) => [name, eventAttribute(attribute)]),
    ),
    ...(message.MD5OfMessageAttributes === undefined ? {} : { md5OfMessageAttributes: message.MD5OfMessageAttributes }),
    md5OfBody: message.MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  }
}

function eventAttribute({ DataType, StringValue, BinaryValue }: NonNullable<SqsMessage['MessageAttributes']>[string]): object {
  return {
    ...(StringValue === undefined ? {} : { stringValue: StringValue }),
    ...(BinaryValue === undefined ? {} : { binaryValue: BinaryValue }),
    stringListValues: [],
    binaryListValues: [],
    dataType: DataType,
  }
}

/**
 * The messages of a batch that are done and to be deleted. A failed invocation leaves all; with `ReportBatchItemFailures`
 * those that the function names are left, and a malformed answer leaves all, with the reason.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function succeededMessages(
  messages: readonly SqsMessage[],
  { payload, functionError }: InvocationResult,
  reportBatchItemFailures: boolean,
): { succeeded: readonly SqsMessage[]; problem?: string } {
  if (functionError !== undefined) return { succeeded: [], problem: payload }
  if (!reportBatchItemFailures) return { succeeded: messages }
  const failed = batchItemFailures(payload)
  if (failed === undefined || failed.some((id) => !messages.some(({ MessageId }) => MessageId === id))) {
    return { succeeded: [], problem: `The whole batch failed: its answer is no list of batchItemFailures: ${payload.slice(0, 300)}` }
  }
  return { succeeded: messages.filter(({ MessageId }) => !failed.includes(MessageId)) }
}
