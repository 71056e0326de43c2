import type { ScheduleGroup } from '../scheduler.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const createScheduleGroup = operation('CreateScheduleGroup', ({ Name }, scheduler) => ({
  ScheduleGroupArn: scheduler.createGroup(Name).arn,
}))

export const getScheduleGroup = operation('GetScheduleGroup', ({ Name }, scheduler) => described(scheduler.group(Name)))

export const deleteScheduleGroup = operation('DeleteScheduleGroup', async ({ Name }, scheduler) => {
  await scheduler.deleteGroup(Name)
  return {}
})

export const listScheduleGroups = operation('ListScheduleGroups', (input, scheduler) => {
  const { NamePrefix = '' } = input
  const { items, NextToken } = page(scheduler.groups().filter(({ name }) => name.startsWith(NamePrefix)), input)
  return { ScheduleGroups: items.map(described), NextToken }
})

function described({ name, arn, createdAtMs }: ScheduleGroup) {
  return { Arn: arn, Name: name, State: 'ACTIVE', CreationDate: createdAtMs / 1000, LastModificationDate: createdAtMs / 1000 }
}
