import { document, required, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policy.html */
export const iotPolicy = resource('AWS::IoT::Policy', {
  properties: {
    PolicyName: text,
    PolicyDocument: required(document),
    Tags: tags,
  },
  async create({ PolicyName, PolicyDocument }, { services, physicalName, arn }) {
    const policyName = PolicyName ?? physicalName(128)
    await services.iot.call('CreatePolicy', { policyName, policyDocument: PolicyDocument })
    return { ref: policyName, attributes: { Arn: arn('iot', `policy/${policyName}`), Id: policyName } }
  },
})
