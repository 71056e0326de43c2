import { notEmulated } from '../../../ground/not-emulated.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-resourcespecificlogging.html */
export const iotResourceSpecificLogging = notEmulated('AWS::IoT::ResourceSpecificLogging', {
  name: 'TargetName',
  others: ['LogLevel', 'TargetType'],
  says: 'Log levels of some devices are not emulated: the level of the account is that of all.',
  created: (name) => ({ ref: name, attributes: { TargetId: name } }),
})
