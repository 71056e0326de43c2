import { text } from '../../../ground/property.ts'
import { replacement, resource } from '../../resource.ts'
import { tags } from '../../../ground/tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-scheduler-schedulegroup.html */
export const schedulerScheduleGroup = resource('AWS::Scheduler::ScheduleGroup', {
  properties: { Name: text, Tags: tags },
  create({ Name }, { services, physicalName }) {
    const { name, arn } = services.scheduler.createGroup(Name ?? physicalName(64))
    return { ref: name, attributes: { Arn: arn, State: 'ACTIVE' } }
  },
  update: ({ Name }, { ref, attributes = {}, properties }) => (Name === properties.Name ? { ref, attributes } : replacement),
  async remove({ ref }, { services: { scheduler } }) {
    if (scheduler.hasGroup(ref)) await scheduler.deleteGroup(ref)
  },
  status: ({ ref }, { services }) => ({ schedules: services.scheduler.schedules(ref).length }),
  // It is kept, with its schedules.
  restore: () => undefined,
})
