import type { Services } from '../services.ts'
import type { S3Options } from './s3.ts'

/** Hands notifications to functions, queues and topics of this run. */
export function s3Delivery({ sqs, sns, lambda }: Pick<Services, 'sqs' | 'sns' | 'lambda'>): S3Options['deliver'] {
  return async ({ kind, arn }, event) => {
    const text = JSON.stringify(event)
    if (kind === 'lambda') return void lambda.invokeAsync(arn, text)
    if (kind === 'topic') return (await sns()).publish(arn, text, 'Amazon S3 Notification')
    const queues = await sqs()
    const queueUrl = queues.queueUrl(arn)
    if (queueUrl === undefined) throw new TypeError(`${arn} is no queue of this run`)
    await queues.send(queueUrl, text)
  }
}
