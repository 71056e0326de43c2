import type { Sqs } from '../sqs/sqs.ts'
import type { DeliveriesOptions } from './target-delivery.ts'

/** Puts what was not delivered into its queue, with what is to be known of it as message attributes; SQS has none that are empty. */
export function deadLetters(sqs: () => Promise<Sqs>): DeliveriesOptions['sendDeadLetter'] {
  return async (queueArn, body, attributes) => {
    const queues = await sqs()
    const given = Object.entries(attributes).filter(([, value]) => value !== '')
    const MessageAttributes = Object.fromEntries(given.map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]))
    await queues.call('SendMessage', { QueueUrl: queues.queueUrl(queueArn), MessageBody: body, MessageAttributes })
  }
}
