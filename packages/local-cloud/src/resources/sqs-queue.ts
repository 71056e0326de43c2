import { document, flag, ignored, number, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

const encryption = ignored('nothing is encrypted on this machine')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const sqsQueue = resource('AWS::SQS::Queue', {
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
  async create({ QueueName, ...properties }, { services, physicalName }) {
    const name = QueueName ?? `${physicalName(75)}${properties.FifoQueue === true ? '.fifo' : ''}`
    const attributes = Object.entries(properties).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))
    const { url, arn } = await (await services.sqs()).createQueue(name, Object.fromEntries(attributes))
    return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } }
  },
})
