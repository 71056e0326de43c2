import { createHash } from 'node:crypto'
import { snsEventSource } from '../services/lambda/sns-event-source.ts'
import { OWN_QUEUE_PREFIX } from '../services/sqs/create-sqs.ts'
import { document, flag, ignored, oneOf, refused, required, text } from './property.ts'
import { replacement, resource, type ResourceContext } from './resource.ts'
import { unlessGone } from './unless-gone.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export const snsSubscription = resource('AWS::SNS::Subscription', {
  properties: {
    TopicArn: required(text),
    Protocol: required(oneOf('sqs', 'lambda')),
    Endpoint: required(text),
    FilterPolicy: document,
    FilterPolicyScope: oneOf('MessageAttributes', 'MessageBody'),
    RawMessageDelivery: flag,
    RedrivePolicy: ignored('no delivery fails here; what becomes of a failing function is Lambda\'s'),
    DeliveryPolicy: ignored('it concerns HTTP'),
    Region: ignored('there is one region'),
    ReplayPolicy: refused('notifications are not kept'),
    SubscriptionRoleArn: refused('there is no Firehose here'),
  },
  async create(properties, context) {
    const subscriptionArn = await subscribe(inputOf(properties), context)
    return { ref: subscriptionArn, attributes: { Arn: subscriptionArn } }
  },
  async update(properties, { ref, attributes = {}, properties: before }, { services }) {
    const [next, previous] = [inputOf(properties), inputOf(before)]
    if (next.TopicArn !== previous.TopicArn || next.Protocol !== previous.Protocol || next.Endpoint !== previous.Endpoint) return replacement
    const sns = await services.sns()
    const cleared = Object.keys(previous.attributes).map((name) => [name, unset[name] ?? ''] as const)
    for (const [name, value] of Object.entries({ ...Object.fromEntries(cleared), ...next.attributes })) await sns.setSubscriptionAttribute(ref, name, value)
    return { ref, attributes }
  },
  remove: ({ properties }, context) => unsubscribe(inputOf(properties), context),
  // To subscribe again answers the subscription that is there.
  async restore({ properties }, context) {
    await subscribe(inputOf(properties), context)
  },
})

/** What an attribute is that nobody sets. */
const unset: Readonly<Record<string, string>> = { RawMessageDelivery: 'false', FilterPolicyScope: 'MessageAttributes' }

interface SubscriptionProperties extends Omit<SubscribeInput, 'attributes'> {
  readonly FilterPolicy: string | undefined
  readonly FilterPolicyScope: string | undefined
  readonly RawMessageDelivery: boolean | undefined
}

function inputOf({ TopicArn, Protocol, Endpoint, FilterPolicy, FilterPolicyScope, RawMessageDelivery }: SubscriptionProperties): SubscribeInput {
  const given = Object.entries({ FilterPolicy, FilterPolicyScope, RawMessageDelivery }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))
  return { TopicArn, Protocol, Endpoint, attributes: Object.fromEntries(given) }
}

interface SubscribeInput {
  readonly TopicArn: string
  readonly Protocol: string
  readonly Endpoint: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Subscribes a queue, or a function by a queue of its own. */
export async function subscribe({ TopicArn, Protocol, Endpoint, attributes }: SubscribeInput, { services, id, constructPath }: ResourceContext): Promise<string> {
  const sns = await services.sns()
  const sqs = await services.sqs()
  if (Protocol === 'sqs') {
    // SNS takes any queue's name, and delivers nothing to one that is not there.
    const queueUrl = sqs.queueUrl(Endpoint)
    if (queueUrl === undefined) throw new TypeError(`Endpoint ${Endpoint} is no queue of this run`)
    await sqs.attributes(queueUrl)
    services.deliveries.push({ service: 'sns.amazonaws.com', sourceArn: TopicArn, targetArn: Endpoint, constructPath })
    return sns.subscribe(TopicArn, Endpoint, attributes)
  }
  if (Protocol !== 'lambda') throw new TypeError(`Protocol ${Protocol} is not delivered here, only sqs and lambda are`)
  const { arn: functionArn } = services.lambda.definition(Endpoint)
  const name = ownQueue(TopicArn, functionArn)
  const { url: queueUrl, arn } = await sqs.createQueue(name, {})
  const subscriptionArn = await sns.subscribe(TopicArn, arn, attributes)
  services.eventSources.add(id, functionArn, (source) => snsEventSource({ queueUrl, subscriptionArn, functionArn }, sqs, source))
  services.invokers.push({ functionArn, principal: 'sns.amazonaws.com', sourceArn: TopicArn, constructPath })
  return subscriptionArn
}

/** To no effect for what is not subscribed. */
export async function unsubscribe({ TopicArn, Protocol, Endpoint }: SubscribeInput, { services, id, arn }: ResourceContext): Promise<void> {
  const sns = await services.sns()
  if (Protocol !== 'lambda') return sns.unsubscribe(await sns.subscribe(TopicArn, Endpoint, {}))
  await services.eventSources.remove(id)
  const name = ownQueue(TopicArn, Endpoint)
  await sns.unsubscribe(await sns.subscribe(TopicArn, arn('sqs', name), {}))
  const sqs = await services.sqs()
  await sqs.call('DeleteQueue', { QueueUrl: sqs.queueUrl(arn('sqs', name)) }).catch(unlessGone)
}

/** The name of the queue that holds what a topic has for a function. */
function ownQueue(topicArn: string, functionArn: string): string {
  return `${OWN_QUEUE_PREFIX}${createHash('sha256').update(`${topicArn} ${functionArn}`).digest('hex').slice(0, 32)}`
}
