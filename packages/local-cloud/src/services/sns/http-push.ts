import { isRecord, ServiceException } from '@keg/aws-service'
import type { Push } from './pushed-subscriptions.ts'

/** Posts a body; throws where nobody answers, or not with success. */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<void>

/** How notifications and what asks for their confirmation call themselves. */
export const SNS_AGENT = 'Amazon Simple Notification Service Agent'

/**
 * Notifications to web servers of this machine.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html#http-header
 */
export function httpPush(post: Post): Push {
  return {
    endpoint: loopbackUrl,
    send: (body, { topicArn, endpoint, subscriptionArn }) => post(endpoint, {
      ...messageHeaders('Notification', topicArn, messageId(body)), 'x-amz-sns-subscription-arn': subscriptionArn,
      ...(messageId(body) === undefined ? { 'x-amz-sns-rawdelivery': 'true' } : {}),
    }, body),
  }
}

/** Throws `ServiceException` for an address of another machine: what a template names out there is not to hear of what is tried here. */
export function loopbackUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new ServiceException('InvalidParameter', 400, `Invalid parameter: Endpoint ${given} is no URL`)
  if (!/^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname)) {
    throw new ServiceException(
      'InvalidParameter', 400, `Invalid parameter: Endpoint ${given}: this local cloud posts to servers of this machine alone`,
    )
  }
  return given
}

/** What every message by HTTP says of itself. */
export function messageHeaders(type: string, topicArn: string, id: string | undefined): Record<string, string> {
  return {
    'content-type': 'text/plain; charset=UTF-8', 'user-agent': SNS_AGENT, 'x-amz-sns-message-type': type, 'x-amz-sns-topic-arn': topicArn,
    ...(id === undefined ? {} : { 'x-amz-sns-message-id': id }),
  }
}

/** Of the envelope; `undefined` where the message comes raw. */
function messageId(body: string): string | undefined {
  try {
    const envelope: unknown = JSON.parse(body)
    return isRecord(envelope) && envelope['Type'] === 'Notification' ? String(envelope['MessageId']) : undefined
  } catch {
    return undefined
  }
}
