import { document, list, required, text } from '../../../ground/property.ts'
import { resource } from '../../resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html */
export const snsTopicPolicy = resource('AWS::SNS::TopicPolicy', {
  properties: {
    Topics: list(text),
    PolicyDocument: required(document),
  },
  create({ Topics = [], PolicyDocument }, { services, physicalName }) {
    for (const topicArn of Topics) services.identities.resourcePolicies.set(topicArn, PolicyDocument)
    return { ref: physicalName(), attributes: { Id: physicalName() } }
  },
  remove({ properties: { Topics = [] } }, { services }) {
    for (const topicArn of Topics) services.identities.resourcePolicies.remove(topicArn)
  },
})
