import type { Services } from './services.ts'

/** What a service says beside the text. */
export interface DeliveryOptions {
  /** Of a notification. */
  readonly subject?: string
  /** Of a message to a FIFO queue. */
  readonly messageGroupId?: string | undefined
}

/** Hands a text to what an ARN names: a function, asynchronously, a queue, a topic, a state machine. */
export type Deliver = (arn: string, text: string, options?: DeliveryOptions) => Promise<void>

/** Delivers to functions, queues, topics and state machines of this run. The promise is rejected for any other. */
export function deliverTo({ sqs, sns, lambda, stepFunctions }: Pick<Services, 'sqs' | 'sns' | 'lambda' | 'stepFunctions'>): Deliver {
  return async (arn, text, { subject, messageGroupId } = {}) => {
    const service = arn.split(':')[2]
    if (service === 'lambda') return void lambda.invokeAsync(arn, text)
    if (service === 'sns') return void await (await sns()).publish(arn, text, subject)
    if (service === 'states') return void stepFunctions.start(arn, text)
    const queues = await sqs()
    const queueUrl = queues.queueUrl(arn)
    if (queueUrl === undefined) throw new TypeError(`${arn} is no function, topic, queue or state machine of this run`)
    await queues.send(queueUrl, text, messageGroupId)
  }
}
