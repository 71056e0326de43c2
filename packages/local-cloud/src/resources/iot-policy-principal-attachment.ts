import { required, text } from './property.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policyprincipalattachment.html */
export const iotPolicyPrincipalAttachment = resource('AWS::IoT::PolicyPrincipalAttachment', {
  properties: {
    PolicyName: required(text),
    Principal: required(text),
  },
  async create({ PolicyName: policyName, Principal: target }, { services, physicalName }) {
    await services.iot.call('AttachPolicy', { policyName, target })
    return { ref: physicalName() }
  },
})
