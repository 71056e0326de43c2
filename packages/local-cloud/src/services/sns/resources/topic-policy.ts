import { document, list, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { iam } from '../../iam/name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html */
export const snsTopicPolicy = resource('AWS::SNS::TopicPolicy', {
  uses: { iam },
  properties: {
    Topics: list(text),
    PolicyDocument: required(document),
  },
  create({ Topics = [], PolicyDocument }, { services: { iam }, physicalName }) {
    for (const topicArn of Topics) iam.resourcePolicies.set(topicArn, PolicyDocument)
    return { ref: physicalName(), attributes: { Id: physicalName() } }
  },
  remove({ properties: { Topics = [] } }, { services: { iam } }) {
    for (const topicArn of Topics) iam.resourcePolicies.remove(topicArn)
  },
})
