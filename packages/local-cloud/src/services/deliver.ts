import type { Services } from './services.ts'

/** What a service says beside the text. */
export interface DeliveryOptions {
  /** Of a notification. */
  readonly subject?: string
  /** Of a message to a FIFO queue. */
  readonly messageGroupId?: string
}

/** Hands a text to what an ARN names: a function, asynchronously, a queue, a topic. */
export type Deliver = (arn: string, text: string, options?: DeliveryOptions) => Promise<void>

/** Delivers to functions, queues and topics of this run. The promise is rejected for any other. */
export function deliverTo({ sqs, sns, lambda }: Pick<Services, 'sqs' | 'sns' | 'lambda'>): Deliver {
  return async (arn, text, { subject, messageGroupId } = {}) => {
    const service = arn.split(':')[2]
    if (service === 'lambda') return void lambda.invokeAsync(arn, text)
    if (service === 'sns') return (await sns()).publish(arn, text, subject)
    const queues = await sqs()
    const queueUrl = queues.queueUrl(arn)
    if (queueUrl === undefined) throw new TypeError(`${arn} is no function, topic or queue of this run`)
    await queues.send(queueUrl, text, messageGroupId)
  }
}
