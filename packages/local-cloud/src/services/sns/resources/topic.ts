import { flag, ignored, list, object, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { subscribe, unsubscribe, used, type SubscriptionContext } from './subscription.ts'
import { tags } from '../../../ground/tags.ts'

const encryption = ignored('nothing is encrypted on this machine')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export const snsTopic = resource('AWS::SNS::Topic', {
  uses: used,
  properties: {
    TopicName: text,
    FifoTopic: flag,
    ContentBasedDeduplication: flag,
    Subscription: list(object({ Protocol: required(text), Endpoint: required(text) })),
    DisplayName: ignored('it is for people'),
    KmsMasterKeyId: encryption,
    SignatureVersion: ignored('notifications carry no true signature'),
    DeliveryStatusLogging: ignored('deliveries are not logged'),
    TracingConfig: ignored('there is no X-Ray here'),
    DataProtectionPolicy: ignored('messages are not searched for sensitive data'),
    FifoThroughputScope: ignored('nothing is throttled'),
    ArchivePolicy: refused('notifications are not kept'),
    Tags: tags,
  },
  async create({ TopicName, FifoTopic, ContentBasedDeduplication, Subscription = [] }, context) {
    const name = TopicName ?? `${context.physicalName(250)}${FifoTopic === true ? '.fifo' : ''}`
    const attributes = Object.entries({ FifoTopic, ContentBasedDeduplication }).flatMap(([key, value]) =>
      (value === undefined ? [] : [[key, String(value)] as const]))
    const topicArn = await context.services.sns.createTopic(name, Object.fromEntries(attributes))
    for (const { Protocol, Endpoint } of Subscription) await subscribe({ TopicArn: topicArn, Protocol, Endpoint, attributes: {} }, context)
    return { ref: topicArn, attributes: { TopicArn: topicArn, TopicName: name } }
  },
  async update(properties, { ref, attributes = {}, properties: before }, context) {
    if (properties.TopicName !== before.TopicName || properties.FifoTopic !== before.FifoTopic) return replacement
    if (properties.ContentBasedDeduplication !== before.ContentBasedDeduplication) {
      await context.services.sns.setTopicAttribute(ref, 'ContentBasedDeduplication', String(properties.ContentBasedDeduplication ?? false))
    }
    await unsubscribeAll(ref, before.Subscription, context)
    for (const { Protocol, Endpoint } of properties.Subscription ?? [])
      await subscribe({ TopicArn: ref, Protocol, Endpoint, attributes: {} }, context)
    return { ref, attributes }
  },
  async remove({ ref, properties: { Subscription } }, context) {
    await unsubscribeAll(ref, Subscription, context)
    await context.services.sns.deleteTopic(ref)
  },
  async restore({ ref, properties: { Subscription = [] } }, context) {
    for (const { Protocol, Endpoint } of Subscription) await subscribe({ TopicArn: ref, Protocol, Endpoint, attributes: {} }, context)
  },
})

async function unsubscribeAll(
  TopicArn: string, subscriptions: readonly { readonly Protocol: string; readonly Endpoint: string }[] = [], context: SubscriptionContext,
): Promise<void> {
  // To subscribe again answers the subscription that is there.
  for (const { Protocol, Endpoint } of subscriptions)
    await unsubscribe({ TopicArn, Protocol, Endpoint }, await subscribe({ TopicArn, Protocol, Endpoint, attributes: {} }, context), context)
}
