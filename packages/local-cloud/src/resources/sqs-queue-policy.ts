import { ignored, list, text } from './property.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html */
export const sqsQueuePolicy = resource('AWS::SQS::QueuePolicy', {
  properties: {
    Queues: list(text),
    PolicyDocument: ignored('queue policies are not enforced'),
  },
  create: (_, { physicalName }) => ({ ref: physicalName() }),
})
