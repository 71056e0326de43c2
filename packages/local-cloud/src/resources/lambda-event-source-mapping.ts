import { flag, ignored, list, matching, number, object, oneOf, refused, required, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

const streams = refused('only queues are event sources yet')

/** What Lambda does with a queue by the function's role. @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions */
const polling = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] as const

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const lambdaEventSourceMapping = resource('AWS::Lambda::EventSourceMapping', {
  properties: {
    FunctionName: required(text),
    EventSourceArn: required(matching(/^arn:aws:sqs:/, 'the ARN of a queue')),
    BatchSize: number,
    MaximumBatchingWindowInSeconds: number,
    FunctionResponseTypes: list(oneOf('ReportBatchItemFailures')),
    ScalingConfig: object({ MaximumConcurrency: number }),
    Enabled: flag,
    FilterCriteria: refused('events are not filtered yet'),
    DestinationConfig: streams,
    StartingPosition: streams,
    StartingPositionTimestamp: streams,
    BisectBatchOnFunctionError: streams,
    MaximumRecordAgeInSeconds: streams,
    MaximumRetryAttempts: streams,
    ParallelizationFactor: streams,
    TumblingWindowInSeconds: streams,
    AmazonManagedKafkaEventSourceConfig: streams,
    SelfManagedKafkaEventSourceConfig: streams,
    SelfManagedEventSource: streams,
    DocumentDBEventSourceConfig: streams,
    SourceAccessConfigurations: streams,
    Topics: streams,
    Queues: streams,
    ProvisionedPollerConfig: ignored('there is one poller'),
    KmsKeyArn: ignored('nothing is encrypted on this machine'),
    MetricsConfig: ignored('there are no metrics here'),
    LoggingConfig: ignored('every line is shown'),
    Tags: tags,
  },
  async create(properties, { services, logicalId, physicalName, arn, constructPath }) {
    const { FunctionName, EventSourceArn } = properties
    const definition = services.lambda.definition(FunctionName)
    const sqs = await services.sqs()
    const queueUrl = sqs.queueUrl(EventSourceArn)
    if (queueUrl === undefined) throw new TypeError(`EventSourceArn ${EventSourceArn} is no queue of this run`)
    const visibilitySec = Number((await sqs.attributes(queueUrl))['VisibilityTimeout'])
    // AWS refuses the mapping for this, with these words.
    if (visibilitySec < definition.timeoutSec) {
      throw new TypeError(`Queue visibility timeout: ${visibilitySec} seconds is less than Function timeout: ${definition.timeoutSec} seconds`)
    }
    if (properties.Enabled !== false) services.eventSources.add({
      queueArn: EventSourceArn,
      queueUrl,
      functionArn: definition.arn,
      batchSize: properties.BatchSize ?? 10,
      windowSec: properties.MaximumBatchingWindowInSeconds ?? 0,
      reportBatchItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
      maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency,
    }, sqs)
    for (const action of polling) services.roleUses.push({ roleArn: definition.roleArn, access: { action, resource: EventSourceArn }, constructPath })
    const id = physicalName()
    return { ref: id, attributes: { Id: id, EventSourceMappingArn: arn('lambda', `event-source-mapping:${logicalId}`) } }
  },
})
