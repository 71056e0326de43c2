import { answered } from '../iot.ts'
import { list, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-scheduledaudit.html */
export const iotScheduledAudit = resource('AWS::IoT::ScheduledAudit', {
  uses: { iot },
  properties: {
    ScheduledAuditName: text,
    Frequency: required(text),
    DayOfMonth: text,
    DayOfWeek: text,
    TargetCheckNames: required(list(text)),
    Tags: tags,
  },
  async create({ ScheduledAuditName, ...audit }, { services, physicalName }) {
    const scheduledAuditName = ScheduledAuditName ?? physicalName(128)
    const created = await services.iot.call('CreateScheduledAudit', { scheduledAuditName, ...asMembers(present(audit)) })
    return { ref: scheduledAuditName, attributes: { ScheduledAuditArn: answered(created, 'scheduledAuditArn') } }
  },
  async update({ ScheduledAuditName, ...audit }, { ref: scheduledAuditName, attributes = {}, properties: before }, { services }) {
    if (ScheduledAuditName !== before.ScheduledAuditName) return replacement
    await services.iot.call('UpdateScheduledAudit', { scheduledAuditName, ...asMembers(present(audit)) })
    return { ref: scheduledAuditName, attributes }
  },
  remove: async ({ ref: scheduledAuditName }, { services }) =>
    void await services.iot.call('DeleteScheduledAudit', { scheduledAuditName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

// An object's members are an object's.
const asMembers = (properties: object): object => memberNames(properties) as object
