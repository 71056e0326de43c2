import { notEmulated } from '../../../ground/not-emulated.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-provisioningtemplate.html */
export const iotProvisioningTemplate = notEmulated('AWS::IoT::ProvisioningTemplate', {
  name: 'TemplateName',
  others: ['Description', 'Enabled', 'PreProvisioningHook', 'ProvisioningRoleArn', 'Tags', 'TemplateBody', 'TemplateType'],
  says: 'Fleet provisioning is not emulated: no device becomes a thing by this template; make things and certificates by calls.',
  created: (name, context) => ({ ref: name, attributes: { TemplateArn: context.arn('iot', `provisioningtemplate/${name}`) } }),
})
