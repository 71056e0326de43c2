import type { PolledSources } from '../../ground/polled-sources.ts'
import type { Confirmations } from './confirmations.ts'
import type { PushedSubscriptions } from './pushed-subscriptions.ts'

/** The topics of the engine, which delivers to queues alone. */
export interface Topics {
  /** Answers the topic's ARN. */
  createTopic(name: string, attributes: Readonly<Record<string, string>>): Promise<string>
  /** Subscribes a queue, and answers the subscription's ARN. */
  subscribe(topicArn: string, queueArn: string, attributes: Readonly<Record<string, string>>): Promise<string>
  /** To no effect for one that is not there. */
  unsubscribe(subscriptionArn: string): Promise<void>
  /** With its subscriptions; to no effect for one that is not there. */
  deleteTopic(topicArn: string): Promise<void>
  setTopicAttribute(topicArn: string, name: string, value: string): Promise<void>
  subscriptionAttributes(subscriptionArn: string): Promise<Readonly<Record<string, string>>>
  setSubscriptionAttribute(subscriptionArn: string, name: string, value: string): Promise<void>
  /** Answers the message's id. */
  publish(topicArn: string, message: string, subject?: string): Promise<string>
  /**
   * The engine's answer to a client's call, which is handed on as it came. Rejects with `ServiceException` for a subscription that it can't
   * deliver to.
   */
  answer(form: URLSearchParams): Promise<Response>
}

/** SNS as the rest of the cloud uses it. */
export interface Sns extends Topics {
  /** Subscriptions of others than queues. */
  readonly pushed: PushedSubscriptions
  readonly confirmations: Confirmations
  /** What hands over the notifications of those subscriptions. */
  readonly sources: PolledSources
}
