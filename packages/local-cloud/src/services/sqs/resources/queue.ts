import { document, flag, ignored, number, text } from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource } from '../../../ground/resource.ts'
import { sqs } from '../name.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'

const encryption = ignored('nothing is encrypted on this machine')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const sqsQueue = resource('AWS::SQS::Queue', {
  uses: { sqs },
  properties: {
    QueueName: text,
    FifoQueue: flag,
    ContentBasedDeduplication: flag,
    DeduplicationScope: text,
    FifoThroughputLimit: text,
    DelaySeconds: number,
    MaximumMessageSize: number,
    MessageRetentionPeriod: ignored('messages live as long as this run'),
    ReceiveMessageWaitTimeSeconds: number,
    VisibilityTimeout: number,
    RedrivePolicy: document,
    RedriveAllowPolicy: document,
    KmsMasterKeyId: encryption,
    KmsDataKeyReusePeriodSeconds: encryption,
    SqsManagedSseEnabled: encryption,
    Tags: tags,
  },
  async create({ QueueName, ...properties }, { services: { sqs }, physicalName }) {
    const name = QueueName ?? `${physicalName(75)}${properties.FifoQueue === true ? '.fifo' : ''}`
    return queueValues(name, await sqs.createQueue(name, attributesOf(properties)))
  },
  async update(
    { QueueName, ...properties }, { ref, attributes = {}, properties: { QueueName: nameBefore, ...before } }, { services: { sqs } },
  ) {
    if (QueueName !== nameBefore || properties.FifoQueue !== before.FifoQueue) return replacement
    const { FifoQueue: _, ...changed } = { ...attributesOf(defaults(before)), ...attributesOf(properties) }
    await sqs.call('SetQueueAttributes', { QueueUrl: ref, Attributes: changed })
    return { ref, attributes }
  },
  async remove({ ref }, { services: { sqs } }) {
    await sqs.call('DeleteQueue', { QueueUrl: ref }).catch(unlessGone)
  },
  async restore({ attributes }, { services: { sqs }, arn }) {
    const name = attributes?.['QueueName'] ?? ''
    const url = sqs.queueUrl(arn('sqs', name)) ?? ''
    return queueValues(name, { url, arn: arn('sqs', name) })
  },
  async status({ ref }, { services: { sqs } }) {
    const attributes = await sqs.attributes(ref)
    const count = (name: string) => Number(attributes[`ApproximateNumberOfMessages${name}`] ?? 0)
    return { messages: count(''), 'in flight': count('NotVisible'), delayed: count('Delayed') }
  },
})

function queueValues(name: string, { url, arn }: { readonly url: string; readonly arn: string }): CreatedResource {
  return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } }
}

function attributesOf(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const])),
  )
}

/**
 * What each attribute that was set goes back to where the template no longer says.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
function defaults(before: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const standard: Readonly<Record<string, string>> = {
    DelaySeconds: '0', MaximumMessageSize: '1048576', ReceiveMessageWaitTimeSeconds: '0', VisibilityTimeout: '30', RedrivePolicy: '',
    RedriveAllowPolicy: '',
  }
  return Object.fromEntries(Object.entries(standard).filter(([name]) => before[name] !== undefined))
}
