/** The members of a notification, as a queue gets it. */
export interface Notification {
  readonly Type: string
  readonly MessageId: string
  readonly TopicArn: string
  readonly Subject?: string
  readonly Message: string
  readonly Timestamp: string
  readonly SignatureVersion: string
  readonly Signature: string
  readonly SigningCertURL: string
  readonly UnsubscribeURL: string
  readonly MessageAttributes?: object
}

/**
 * The event that a notification makes for a function.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html#sns-sample-event
 */
export function snsEvent(
  { SigningCertURL, UnsubscribeURL, Subject, MessageAttributes, ...notification }: Notification, subscriptionArn: string,
): { Records: object[] } {
  const Sns = {
    ...notification, Subject: Subject ?? null, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL,
    MessageAttributes: MessageAttributes ?? {},
  }
  return { Records: [{ EventVersion: '1.0', EventSubscriptionArn: subscriptionArn, EventSource: 'aws:sns', Sns }] }
}
