import { addQueueSource } from './event-source/queue-source.ts'
import { mappingProperties } from './event-source/mapping-properties.ts'
import { addStreamSource } from './event-source/stream-source.ts'
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
    const id = physicalName()
    return { ref: id, attributes: { Id: id, EventSourceMappingArn: arn('lambda', `event-source-mapping:${logicalId}`) } }
  },
})
