import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import type { Brewery } from '../flow/order-swap.ts'

/** Tells whoever has subscribed to the topic of orders. */
export const ordersTopic = (TopicArn: string, client = new SNSClient()): Brewery => ({
  order: async (order) => void (await client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(order) }))),
})
