import { createHash } from 'node:crypto'
import { snsEventSource } from '../services/lambda/sns-event-source.ts'
import { OWN_QUEUE_PREFIX } from '../services/sqs/create-sqs.ts'
import { document, flag, ignored, oneOf, refused, required, text } from './property.ts'
import { resource, type ResourceContext } from './resource.ts'

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
  async create({ TopicArn, Protocol, Endpoint, FilterPolicy, FilterPolicyScope, RawMessageDelivery }, context) {
    const given = Object.entries({ FilterPolicy, FilterPolicyScope, RawMessageDelivery }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))
    const subscriptionArn = await subscribe({ TopicArn, Protocol, Endpoint, attributes: Object.fromEntries(given) }, context)
    return { ref: subscriptionArn, attributes: { Arn: subscriptionArn } }
  },
})

interface SubscribeInput {
  readonly TopicArn: string
  readonly Protocol: string
  readonly Endpoint: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Subscribes a queue, or a function by a queue of its own. */
export async function subscribe({ TopicArn, Protocol, Endpoint, attributes }: SubscribeInput, { services, constructPath }: ResourceContext): Promise<string> {
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
  const name = `${OWN_QUEUE_PREFIX}${createHash('sha256').update(`${TopicArn} ${functionArn}`).digest('hex').slice(0, 32)}`
  const { url: queueUrl, arn } = await sqs.createQueue(name, {})
  const subscriptionArn = await sns.subscribe(TopicArn, arn, attributes)
  services.eventSources.add(functionArn, (source) => snsEventSource({ queueUrl, subscriptionArn, functionArn }, sqs, source))
  services.invokers.push({ functionArn, principal: 'sns.amazonaws.com', sourceArn: TopicArn, constructPath })
  return subscriptionArn
}
