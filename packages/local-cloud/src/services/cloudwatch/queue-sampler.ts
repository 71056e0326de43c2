import type { Sqs } from '../sqs/sqs.ts'
import type { Sampler } from './sampled-metrics.ts'

const queueAttributes: Readonly<Record<string, string>> = {
  ApproximateNumberOfMessagesVisible: 'ApproximateNumberOfMessages',
  ApproximateNumberOfMessagesNotVisible: 'ApproximateNumberOfMessagesNotVisible',
  ApproximateNumberOfMessagesDelayed: 'ApproximateNumberOfMessagesDelayed',
}

/**
 * How many messages a queue has.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
 */
export function queueSampler(sqs: () => Promise<Sqs>, queueArn: (name: string) => string): Sampler {
  return async ({ name, dimensions }) => {
    const attribute = queueAttributes[name]
    const queue = dimensions.find(({ Name }) => Name === 'QueueName')?.Value
    if (attribute === undefined || queue === undefined) return undefined
    const queues = await sqs()
    const url = queues.queueUrl(queueArn(queue))
    // A queue of that name may never have been made.
    const attributes = url === undefined ? {} : await queues.attributes(url).catch(() => ({}))
    const value = Reflect.get(attributes, attribute) as string | undefined
    return value === undefined ? undefined : Number(value)
  }
}
