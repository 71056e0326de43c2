import { addQueueSource } from './event-source/queue-source.ts'
import { mappingDescription } from './event-source/mapping-description.ts'
import { mappingProperties, type MappingProperties } from './event-source/mapping-properties.ts'
import { addStreamSource, forgetPositions } from './event-source/stream-source.ts'
import { usesRole } from './event-invoke-config.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const lambdaEventSourceMapping = resource('AWS::Lambda::EventSourceMapping', {
  properties: mappingProperties,
  create: createMapping,
  async update(properties, { properties: before }, context) {
    const replacing = ['EventSourceArn', 'StartingPosition', 'StartingPositionTimestamp'] as const
    if (replacing.some((name) => properties[name] !== before[name])) return replacement
    await context.services.eventSources.remove(context.id)
    return createMapping(properties, context)
  },
  async remove({ ref }, context) {
    context.services.eventSources.forget(ref)
    await context.services.eventSources.remove(context.id)
    forgetPositions(context)
  },
})

async function createMapping(properties: MappingProperties, context: ResourceContext): Promise<CreatedResource> {
  const { services, logicalId, physicalName, arn, constructPath } = context
  const { EventSourceArn: sourceArn } = properties
  const { roleArn } = services.lambda.definition(properties.FunctionName)
  const actions = await (sourceArn.startsWith('arn:aws:sqs:') ? addQueueSource(properties, context) : addStreamSource(properties, context))
  for (const action of actions) services.roleUses.push({ roleArn, access: { action, resource: sourceArn }, constructPath })
  const destination = properties.DestinationConfig?.OnFailure?.Destination
  if (destination !== undefined) usesRole(properties.FunctionName, destination, context)
  const id = physicalName()
  services.eventSources.describe(mappingDescription(id, properties, context))
  return { ref: id, attributes: { Id: id, EventSourceMappingArn: arn('lambda', `event-source-mapping:${logicalId}`) } }
}
