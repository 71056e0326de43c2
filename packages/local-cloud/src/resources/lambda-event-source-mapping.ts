import { addQueueSource } from './event-source/queue-source.ts'
import { mappingDescription } from './event-source/mapping-description.ts'
import { mappingProperties } from './event-source/mapping-properties.ts'
import { addStreamSource } from './event-source/stream-source.ts'
import { usesRole } from './lambda-event-invoke-config.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const lambdaEventSourceMapping = resource('AWS::Lambda::EventSourceMapping', {
  properties: mappingProperties,
  async create(properties, context) {
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
  },
})
