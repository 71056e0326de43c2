import { required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policyprincipalattachment.html */
export const iotPolicyPrincipalAttachment = resource('AWS::IoT::PolicyPrincipalAttachment', {
  uses: { iot },
  properties: {
    PolicyName: required(text),
    Principal: required(text),
  },
  async create({ PolicyName: policyName, Principal: target }, { services, physicalName }) {
    await services.iot.call('AttachPolicy', { policyName, target })
    return { ref: physicalName() }
  },
  remove: async ({ properties: { PolicyName: policyName, Principal: target } }, { services }) =>
    void await services.iot.call('DetachPolicy', { policyName, target }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
