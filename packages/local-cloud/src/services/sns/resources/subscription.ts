import { document, flag, ignored, oneOf, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import type { Used } from '../../../ground/service-name.ts'
import { sqs } from '../../sqs/name.ts'
import { sns } from '../name.ts'

/** What subscriptions are made with. */
export const used = { sns, sqs } as const

export type SubscriptionContext = ResourceContext<Used<typeof used>>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export const snsSubscription = resource('AWS::SNS::Subscription', {
  uses: used,
  properties: {
    TopicArn: required(text),
    Protocol: required(oneOf('sqs', 'lambda', 'firehose')),
    Endpoint: required(text),
    FilterPolicy: document,
    FilterPolicyScope: oneOf('MessageAttributes', 'MessageBody'),
    RawMessageDelivery: flag,
    RedrivePolicy: document,
    DeliveryPolicy: ignored('it concerns HTTP'),
    Region: ignored('there is one region'),
    ReplayPolicy: refused('notifications are not kept'),
    SubscriptionRoleArn: text,
  },
  async create(properties, context) {
    askRole(properties, context)
    const subscriptionArn = await subscribe(inputOf(properties), context)
    return { ref: subscriptionArn, attributes: { Arn: subscriptionArn } }
  },
  async update(properties, { ref, attributes = {}, properties: before }, context) {
    askRole(properties, context)
    const [next, previous] = [inputOf(properties), inputOf(before)]
    if (next.TopicArn !== previous.TopicArn || next.Protocol !== previous.Protocol || next.Endpoint !== previous.Endpoint)
      return replacement
    const { sns } = context.services
    const cleared = Object.keys(previous.attributes).map((name) => [name, unset[name] ?? ''] as const)
    for (const [name, value] of Object.entries({ ...Object.fromEntries(cleared), ...next.attributes }))
      await sns.setSubscriptionAttribute(ref, name, value)
    return { ref, attributes }
  },
  remove: ({ ref, properties }, context) => unsubscribe(inputOf(properties), ref, context),
  async restore({ ref, properties }, context) {
    const { TopicArn, Protocol, Endpoint } = inputOf(properties)
    askRole(properties, context)
    if (Protocol === 'sqs') return tellDelivery({ TopicArn, Endpoint }, context)
    if (Protocol === 'lambda') askPermission({ TopicArn, Endpoint }, context)
    await context.services.sns.pushed.resume(
      { topicArn: TopicArn, protocol: Protocol, endpoint: Endpoint, subscriptionArn: ref }, context.id,
    )
  },
})

/** What an attribute is that nobody sets. */
const unset: Readonly<Record<string, string>> = { RawMessageDelivery: 'false', FilterPolicyScope: 'MessageAttributes' }

interface SubscriptionProperties extends Omit<SubscribeInput, 'attributes'> {
  readonly FilterPolicy: string | undefined
  readonly FilterPolicyScope: string | undefined
  readonly RawMessageDelivery: boolean | undefined
  readonly RedrivePolicy: string | undefined
}

function inputOf(
  { TopicArn, Protocol, Endpoint, FilterPolicy, FilterPolicyScope, RawMessageDelivery, RedrivePolicy }: SubscriptionProperties,
): SubscribeInput {
  const given = Object.entries({ FilterPolicy, FilterPolicyScope, RawMessageDelivery, RedrivePolicy }).flatMap(([key, value]) =>
    (value === undefined ? [] : [[key, String(value)] as const]))
  return { TopicArn, Protocol, Endpoint, attributes: Object.fromEntries(given) }
}

interface SubscribeInput {
  readonly TopicArn: string
  readonly Protocol: string
  readonly Endpoint: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Subscribes a queue in the engine, any other endpoint in the topic's own list. */
export async function subscribe(
  { TopicArn, Protocol, Endpoint, attributes }: SubscribeInput, context: SubscriptionContext,
): Promise<string> {
  const { services: { sns, sqs }, id } = context
  if (Protocol.startsWith('http'))
    throw new TypeError('A server is subscribed by a call here, since it has to confirm; no template says that it is on this machine')
  if (Protocol !== 'sqs') {
    const subscriptionArn = await sns.pushed.subscribe({ topicArn: TopicArn, protocol: Protocol, endpoint: Endpoint }, attributes, id)
    if (Protocol === 'lambda') askPermission({ TopicArn, Endpoint }, context)
    return subscriptionArn
  }
  // SNS takes any queue's name, and delivers nothing to one that is not there.
  const queueUrl = sqs.queueUrl(Endpoint)
  if (queueUrl === undefined) throw new TypeError(`Endpoint ${Endpoint} is no queue of this run`)
  await sqs.attributes(queueUrl)
  tellDelivery({ TopicArn, Endpoint }, context)
  return sns.subscribe(TopicArn, Endpoint, attributes)
}

/** To no effect for what is not subscribed. */
export async function unsubscribe(
  { TopicArn, Protocol, Endpoint }: Omit<SubscribeInput, 'attributes'>,
  subscriptionArn: string,
  { services: { sns } }: SubscriptionContext,
): Promise<void> {
  if (Protocol !== 'sqs') await sns.pushed.unsubscribe({ topicArn: TopicArn, endpoint: Endpoint, subscriptionArn })
  else await sns.unsubscribe(subscriptionArn)
}

function askPermission(
  { TopicArn, Endpoint: functionArn }: Pick<SubscribeInput, 'TopicArn' | 'Endpoint'>, { needs }: SubscriptionContext,
): void {
  needs.invokes({ functionArn, principal: 'sns.amazonaws.com', sourceArn: TopicArn })
}

function tellDelivery({ TopicArn, Endpoint }: Pick<SubscribeInput, 'TopicArn' | 'Endpoint'>, { needs }: SubscriptionContext): void {
  needs.sends({ service: 'sns.amazonaws.com', sourceArn: TopicArn, targetArn: Endpoint })
}

/** A delivery stream is written to by a role. @see https://docs.aws.amazon.com/sns/latest/dg/prereqs-kinesis-data-firehose.html */
function askRole(
  { Protocol, Endpoint, SubscriptionRoleArn: roleArn }: {
    readonly Protocol: string
    readonly Endpoint: string
    readonly SubscriptionRoleArn: string | undefined
  },
  { needs }: SubscriptionContext,
): void {
  if (Protocol !== 'firehose') return
  if (roleArn === undefined) throw new TypeError('SubscriptionRoleArn is needed for a delivery stream')
  for (const action of ['firehose:PutRecord', 'firehose:PutRecordBatch'])
    needs.usesRole({ roleArn, access: { action, resource: Endpoint } })
}
