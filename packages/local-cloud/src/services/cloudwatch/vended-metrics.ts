import type { Sqs } from '../sqs/sqs.ts'
import type { ExecutionObserver } from '../step-functions/step-functions.ts'
import type { Metrics } from './metrics.ts'
import type { Sampler } from './sampled-metrics.ts'

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html */
export function executionObserver(metrics: Metrics): ExecutionObserver {
  const names = { RUNNING: 'ExecutionsStarted', SUCCEEDED: 'ExecutionsSucceeded', FAILED: 'ExecutionsFailed', TIMED_OUT: 'ExecutionsTimedOut', ABORTED: 'ExecutionsAborted' } as const
  return ({ stateMachineArn, status, startedAtMs, stoppedAtMs }) => {
    const dimensions = { StateMachineArn: stateMachineArn }
    metrics.count('AWS/States', names[status], dimensions, 1)
    if (stoppedAtMs !== undefined) metrics.count('AWS/States', 'ExecutionTime', dimensions, stoppedAtMs - startedAtMs, 'Milliseconds')
  }
}

const queueAttributes: Readonly<Record<string, string>> = {
  ApproximateNumberOfMessagesVisible: 'ApproximateNumberOfMessages',
  ApproximateNumberOfMessagesNotVisible: 'ApproximateNumberOfMessagesNotVisible',
  ApproximateNumberOfMessagesDelayed: 'ApproximateNumberOfMessagesDelayed',
}

/** How many messages a queue has. @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html */
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
