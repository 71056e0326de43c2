import { notEmulated } from '../../../ground/not-emulated.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-scheduledaudit.html */
export const iotScheduledAudit = notEmulated('AWS::IoT::ScheduledAudit', {
  name: 'ScheduledAuditName',
  others: ['DayOfMonth', 'DayOfWeek', 'Frequency', 'Tags', 'TargetCheckNames'],
  says: 'Audits of AWS IoT Device Defender are not emulated: this one never runs.',
  created: (name, context) => ({ ref: name, attributes: { ScheduledAuditArn: context.arn('iot', `scheduledaudit/${name}`) } }),
})
