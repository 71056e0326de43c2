import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { System } from './system.ts'

/** How many messages wait in the stack's queues, those included that a function has and did not yet answer for. */
export async function messagesInQueues({ cloud }: Pick<System, 'cloud'>): Promise<number> {
  const sqs = new SQSClient(cloud)
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}))
  let waiting = 0
  for (const QueueUrl of QueueUrls) {
    const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({
      QueueUrl, AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }))
    for (const count of Object.values(Attributes)) waiting += Number(count)
  }
  sqs.destroy()
  return waiting
}
