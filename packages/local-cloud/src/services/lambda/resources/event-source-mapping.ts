import { mappingDescription } from './event-source/mapping-description.ts'
import { mappingProperties, type MappingProperties } from './event-source/mapping-properties.ts'
import { mappingUuid } from './event-source/mapping-uuid.ts'
import { usesRole } from './event-invoke-config.ts'
import { replacement, resource, type CreatedResource } from '../../../ground/resource.ts'
import type { LambdaContext } from './lambda-context.ts'
import { lambda } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const lambdaEventSourceMapping = resource('AWS::Lambda::EventSourceMapping', {
  uses: { lambda },
  properties: mappingProperties,
  create: createMapping,
  async update(properties, { properties: before }, context) {
    const replacing = ['EventSourceArn', 'StartingPosition', 'StartingPositionTimestamp'] as const
    if (replacing.some((name) => properties[name] !== before[name])) return replacement
    await context.services.lambda.eventSources.remove(context.id)
    return createMapping(properties, context)
  },
  async remove({ ref }, context) {
    context.services.lambda.eventSources.forget(ref)
    await context.services.lambda.eventSources.remove(context.id)
    const { forgetPositions } = await import('./event-source/stream-source.ts')
    forgetPositions(context)
  },
})

async function createMapping(properties: MappingProperties, context: LambdaContext): Promise<CreatedResource> {
  const { services: { lambda }, needs, physicalName, arn } = context
  const { EventSourceArn: sourceArn } = properties
  const { roleArn } = lambda.definition(properties.FunctionName)
  const addSource = sourceArn.startsWith('arn:aws:sqs:')
    ? (await import('./event-source/queue-source.ts')).addQueueSource
    : (await import('./event-source/stream-source.ts')).addStreamSource
  const actions = await addSource(properties, context)
  for (const action of actions) needs.usesRole({ roleArn, access: { action, resource: sourceArn } })
  const destination = properties.DestinationConfig?.OnFailure?.Destination
  if (destination !== undefined) usesRole(properties.FunctionName, destination, context)
  const id = mappingUuid(physicalName())
  lambda.eventSources.describe(mappingDescription(id, properties, context))
  return { ref: id, attributes: { Id: id, EventSourceMappingArn: arn('lambda', `event-source-mapping:${id}`) } }
}
