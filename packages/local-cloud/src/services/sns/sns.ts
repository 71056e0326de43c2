/** SNS as the rest of the cloud uses it. */
export interface Sns {
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
  fetch(request: Request): Promise<Response>
}
