import { eventFilter } from '../../event-filter.ts'
import { sqs as sqsName } from '../../../sqs/name.ts'
import { sqsEventSource } from '../../sqs-event-source.ts'
import type { LambdaContext } from '../lambda-context.ts'
import { filterPatterns, type MappingProperties } from './mapping-properties.ts'

/**
 * What Lambda does with a queue by the function's role.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html#events-sqs-permissions
 */
const polling = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'] as const
/** What AWS takes of streams alone. @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html */
const ofStreams = [
  'StartingPosition', 'BisectBatchOnFunctionError', 'MaximumRecordAgeInSeconds', 'MaximumRetryAttempts', 'DestinationConfig',
] as const

/** Adds a queue's source, and answers what the function's role has to allow. */
export async function addQueueSource(
  properties: MappingProperties, { services: { lambda }, ground, id }: LambdaContext,
): Promise<readonly string[]> {
  const { EventSourceArn: queueArn } = properties
  const wrong = ofStreams.find((name) => properties[name] !== undefined)
  if (wrong !== undefined) throw new TypeError(`Unsupported parameter ${wrong} for event source type SQS`)
  const { arn: functionArn, timeoutSec } = lambda.definition(properties.FunctionName)
  const sqs = await ground.start(sqsName)
  const queueUrl = sqs.queueUrl(queueArn)
  if (queueUrl === undefined) throw new TypeError(`EventSourceArn ${queueArn} is no queue of this run`)
  const visibilitySec = Number((await sqs.attributes(queueUrl))['VisibilityTimeout'])
  // AWS refuses the mapping for this, with these words.
  if (visibilitySec < timeoutSec)
    throw new TypeError(`Queue visibility timeout: ${visibilitySec} seconds is less than Function timeout: ${timeoutSec} seconds`)
  const options = {
    queueArn, queueUrl, functionArn,
    batchSize: properties.BatchSize ?? 10,
    windowSec: properties.MaximumBatchingWindowInSeconds ?? 0,
    reportBatchItemFailures: properties.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    maximumConcurrency: properties.ScalingConfig?.MaximumConcurrency,
    filter: eventFilter(filterPatterns(properties), 'body'),
  }
  if (properties.Enabled !== false) lambda.eventSources.add(id, functionArn, (source) => sqsEventSource(options, sqs, source))
  return polling
}
