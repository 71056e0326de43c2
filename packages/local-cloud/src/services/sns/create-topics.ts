import { ServiceException } from '@keg/aws-service'
import type { SharedEngine } from '../queues-topics-buckets/shared-engine.ts'
import type { Topics } from './sns.ts'

/** Parameters that hold an ARN: those that hold what people say are not ours to touch. */
const arnParameters = new Set(['TopicArn', 'TargetArn', 'Endpoint', 'SubscriptionArn', 'ResourceArn'])

/** The topics of an engine. ARNs get this cloud's account. */
export function createTopics(engine: SharedEngine, { accountId }: { readonly accountId: string }): Topics {
  const call = async (parameters: URLSearchParams) => {
    for (const [name, value] of [...parameters])
      if (arnParameters.has(name)) parameters.set(name, value.replace(`:${accountId}:`, `:${engine.accountId}:`))
    // The engine knows topics alone.
    const target = parameters.get('TargetArn')
    if (target !== null) parameters.set('TopicArn', target)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const { statusCode, body } = await engine.inject({ service: 'sns', headers, payload: parameters.toString() })
    // Its answers hold names, no messages.
    return {
      statusCode, body: body.replaceAll(new RegExp(`(arn:aws:(?:sns|sqs):[a-z0-9-]+):${engine.accountId}:`, 'g'), `$1:${accountId}:`),
    }
  }
  const done = async (parameters: Record<string, string>) => {
    const { statusCode, body } = await call(new URLSearchParams(parameters))
    if (statusCode >= 400)
      throw new ServiceException(element(body, 'Code') ?? 'InternalError', statusCode, element(body, 'Message') ?? body)
    return body
  }
  const result = async (parameters: Record<string, string>, member: string) => {
    const body = await done(parameters)
    const found = element(body, member)
    if (found === undefined) throw new ServiceException('InternalError', 500, body)
    return found
  }
  return {
    createTopic: (Name, attributes) => result({ Action: 'CreateTopic', Name, ...entries(attributes) }, 'TopicArn'),
    subscribe: (TopicArn, Endpoint, attributes) =>
      result({ Action: 'Subscribe', TopicArn, Protocol: 'sqs', Endpoint, ...entries(attributes) }, 'SubscriptionArn'),
    unsubscribe: async (SubscriptionArn) => void await done({ Action: 'Unsubscribe', SubscriptionArn }),
    deleteTopic: async (TopicArn) => void await done({ Action: 'DeleteTopic', TopicArn }),
    setTopicAttribute: async (TopicArn, AttributeName, AttributeValue) =>
      void await done({ Action: 'SetTopicAttributes', TopicArn, AttributeName, AttributeValue }),
    async subscriptionAttributes(SubscriptionArn) {
      const body = await done({ Action: 'GetSubscriptionAttributes', SubscriptionArn })
      return Object.fromEntries(
        [...body.matchAll(/<key>([^<]*)<\/key><value>([^<]*)<\/value>/g)].map(([, key = '', value = '']) => [key, unescapeXml(value)]),
      )
    },
    setSubscriptionAttribute: async (SubscriptionArn, AttributeName, AttributeValue) =>
      void await done({ Action: 'SetSubscriptionAttributes', SubscriptionArn, AttributeName, AttributeValue }),
    publish: (TopicArn, Message, Subject) =>
      result({ Action: 'Publish', TopicArn, Message, ...(Subject === undefined ? {} : { Subject }) }, 'MessageId'),
    async answer(form) {
      const parameters = new URLSearchParams(form)
      const protocol = parameters.get('Protocol')
      if (parameters.get('Action') === 'Subscribe' && protocol !== 'sqs') {
        throw new ServiceException(
          'InvalidParameter', 400, `Invalid parameter: Protocol: this local cloud delivers to queues and functions, not by ${protocol}.`,
        )
      }
      const { statusCode, body } = await call(parameters)
      return new Response(body, { status: statusCode, headers: { 'content-type': 'text/xml' } })
    },
  }
}

function entries(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).flatMap(([key, value], index) => [
    [`Attributes.entry.${index + 1}.key`, key], [`Attributes.entry.${index + 1}.value`, value],
  ]))
}

function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]
}

function unescapeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')
}
