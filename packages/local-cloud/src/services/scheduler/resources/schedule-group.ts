import { text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { scheduler } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedulegroup.html */
export const schedulerScheduleGroup = resource('AWS::Scheduler::ScheduleGroup', {
  uses: { scheduler },
  properties: { Name: text, Tags: tags },
  create({ Name }, { services: { scheduler }, physicalName }) {
    const { name, arn } = scheduler.createGroup(Name ?? physicalName(64))
    return { ref: name, attributes: { Arn: arn, State: 'ACTIVE' } }
  },
  update: ({ Name }, { ref, attributes = {}, properties }) => (Name === properties.Name ? { ref, attributes } : replacement),
  async remove({ ref }, { services: { scheduler } }) {
    if (scheduler.hasGroup(ref)) await scheduler.deleteGroup(ref)
  },
  status: ({ ref }, { services: { scheduler } }) => ({ schedules: scheduler.schedules(ref).length }),
  // It is kept, with its schedules.
  restore: () => undefined,
})
