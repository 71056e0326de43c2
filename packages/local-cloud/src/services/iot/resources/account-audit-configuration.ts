import { notEmulated } from '../../../ground/not-emulated.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-accountauditconfiguration.html */
export const iotAccountAuditConfiguration = notEmulated('AWS::IoT::AccountAuditConfiguration', {
  name: 'AccountId',
  others: ['AuditCheckConfigurations', 'AuditNotificationTargetConfigurations', 'RoleArn'],
  says: 'Audits of AWS IoT Device Defender are not emulated: nothing is checked, and nobody is told.',
  created: (ref) => ({ ref }),
})
