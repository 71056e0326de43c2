import { createHash } from 'node:crypto'
import type { SqsMessage } from '../sqs/sqs.ts'

/** Whose account the engine has its topics in, and whose this one is. */
export interface TopicAccounts {
  readonly accountId: string
  readonly engineAccountId: string
}

/** A message as its queue hands it out: one that came by a topic names the topic of this account. */
export function withTopicOf({ accountId, engineAccountId }: TopicAccounts, message: SqsMessage): SqsMessage {
  if (accountId === engineAccountId) return message
  // How the engine begins the body of a message that came by a topic; nobody else writes of its account.
  const envelope = new RegExp(`^\\{"Type":"Notification","MessageId":"[0-9a-f-]{36}","TopicArn":"arn:aws:sns:[a-z0-9-]+:${engineAccountId}:`)
  if (!envelope.test(message.Body)) return message
  const names = new RegExp(`("TopicArn":"|"UnsubscribeURL":"[^"]*SubscriptionArn=)(arn:aws:sns:[a-z0-9-]+):${engineAccountId}:`, 'g')
  // A message that is published can hold quotes only behind backslashes, so that these are the envelope's own members.
  const Body = message.Body.replaceAll(names, `$1$2:${accountId}:`)
  return { ...message, Body, MD5OfBody: createHash('md5').update(Body).digest('hex') }
}

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
export function snsEvent({ SigningCertURL, UnsubscribeURL, Subject, MessageAttributes, ...notification }: Notification, subscriptionArn: string): { Records: object[] } {
  const Sns = { ...notification, Subject: Subject ?? null, SigningCertUrl: SigningCertURL, UnsubscribeUrl: UnsubscribeURL, MessageAttributes: MessageAttributes ?? {} }
  return { Records: [{ EventVersion: '1.0', EventSubscriptionArn: subscriptionArn, EventSource: 'aws:sns', Sns }] }
}
