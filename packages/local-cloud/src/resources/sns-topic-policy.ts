import { ignored, list, text } from './property.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html */
export const snsTopicPolicy = resource('AWS::SNS::TopicPolicy', {
  properties: {
    Topics: list(text),
    PolicyDocument: ignored('topic policies are not enforced'),
  },
  create: (_, { physicalName }) => ({ ref: physicalName(), attributes: { Id: physicalName() } }),
})
