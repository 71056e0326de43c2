import { isRecord } from '@keg/aws-service'
import { ownMember } from '../../ground/own-member.ts'

/** How one side names queues. */
export interface QueueNames {
  readonly accountId: string
  url(queueName: string): string
}

/**
 * Rewrites a request or an answer from one side's names to the other's: the members that hold a queue's URL or ARN, and no
 * other, since message bodies are not ours to touch.
 */
export function queueNameTranslator(
  from: QueueNames, to: QueueNames,
): (document: Readonly<Record<string, unknown>>) => Record<string, unknown> {
  const arn = new RegExp(`(arn:aws:sqs:[a-z0-9-]+:)${from.accountId}:`, 'g')
  const url = (value: unknown) => (typeof value === 'string' ? to.url(value.split('/').at(-1) ?? '') : value)
  const urls = (value: unknown) => (Array.isArray(value) ? value.map(url) : value)
  const arns = (value: unknown) => (typeof value === 'string' ? value.replaceAll(arn, `$1${to.accountId}:`) : value)
  const members: Readonly<Record<string, (value: unknown) => unknown>> = {
    QueueUrl: url,
    QueueUrls: urls,
    queueUrls: urls,
    // Policies are JSON in a text.
    Attributes: (value) =>
      (isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, attribute]) => [name, arns(attribute)])) : value),
    DestinationArn: arns,
    SourceArn: arns,
  }
  return (document) =>
    Object.fromEntries(Object.entries(document).map(([name, value]) => [name, ownMember(members, name)?.(value) ?? value]))
}
