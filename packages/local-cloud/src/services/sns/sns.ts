/** SNS as the rest of the cloud uses it. */
export interface Sns {
  /** Answers the topic's ARN. */
  createTopic(name: string, attributes: Readonly<Record<string, string>>): Promise<string>
  /** Subscribes a queue, and answers the subscription's ARN. */
  subscribe(topicArn: string, queueArn: string, attributes: Readonly<Record<string, string>>): Promise<string>
  /** Answers the message's id. */
  publish(topicArn: string, message: string, subject?: string): Promise<string>
  fetch(request: Request): Promise<Response>
}
