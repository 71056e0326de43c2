import { createHash } from 'node:crypto'

/** Whose account the engine has its topics in, and whose this one is. */
export interface TopicAccounts {
  readonly accountId: string
  readonly engineAccountId: string
}

/** What of a message changes with its topic's name. */
interface NamedMessage {
  readonly Body: string
  readonly MD5OfBody: string
}

/** A message as its queue hands it out: one that came by a topic names the topic of this account. */
export function withTopicOf<Message extends NamedMessage>({ accountId, engineAccountId }: TopicAccounts, message: Message): Message {
  if (accountId === engineAccountId) return message
  // How the engine begins the body of a message that came by a topic; nobody else writes of its account.
  const envelope = new RegExp(
    `^\\{"Type":"Notification","MessageId":"[0-9a-f-]{36}","TopicArn":"arn:aws:sns:[a-z0-9-]+:${engineAccountId}:`,
  )
  if (!envelope.test(message.Body)) return message
  const names = new RegExp(`("TopicArn":"|"UnsubscribeURL":"[^"]*SubscriptionArn=)(arn:aws:sns:[a-z0-9-]+):${engineAccountId}:`, 'g')
  // A message that is published can hold quotes only behind backslashes, so that these are the envelope's own members.
  const Body = message.Body.replaceAll(names, `$1$2:${accountId}:`)
  return { ...message, Body, MD5OfBody: createHash('md5').update(Body).digest('hex') }
}
