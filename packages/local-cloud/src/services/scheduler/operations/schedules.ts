import type { GetScheduleOutput, ScheduleSummary } from '../model.generated.ts'
import { DEFAULT_GROUP, isOneTime, scheduleSettings, type Schedule } from '../schedule.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const createSchedule = operation('CreateSchedule', (input, scheduler) => ({
  ScheduleArn: scheduler.create(scheduleSettings(input)).arn,
}))

export const updateSchedule = operation('UpdateSchedule', (input, scheduler) => ({
  ScheduleArn: scheduler.update(scheduleSettings(input)).arn,
}))

export const getSchedule = operation('GetSchedule', ({ GroupName = DEFAULT_GROUP, Name }, scheduler) =>
  described(scheduler.schedule(GroupName, Name)))

export const deleteSchedule = operation('DeleteSchedule', async ({ GroupName = DEFAULT_GROUP, Name }, scheduler) => {
  await scheduler.delete(GroupName, Name)
  return {}
})

export const listSchedules = operation('ListSchedules', (input, scheduler) => {
  const { GroupName, State, NamePrefix = '' } = input
  if (GroupName !== undefined) scheduler.group(GroupName)
  const found = scheduler.schedules(GroupName).filter(({ name, state }) =>
    (State === undefined || state === State) && name.startsWith(NamePrefix))
  const { items, NextToken } = page(found, input)
  return { Schedules: items.map(brief), NextToken }
})

function described(schedule: Schedule): GetScheduleOutput {
  const { startMs, endMs, createdAtMs, modifiedAtMs } = schedule
  return {
    Arn: schedule.arn,
    Name: schedule.name,
    GroupName: schedule.groupName,
    ScheduleExpression: schedule.expression,
    ScheduleExpressionTimezone: schedule.timeZone,
    State: schedule.state,
    Description: schedule.description,
    FlexibleTimeWindow: schedule.flexibleTimeWindow,
    ...(isOneTime(schedule) ? {} : { StartDate: seconds(startMs), EndDate: seconds(endMs) }),
    ActionAfterCompletion: schedule.actionAfterCompletion,
    Target: schedule.target,
    CreationDate: seconds(createdAtMs),
    LastModificationDate: seconds(modifiedAtMs),
  }
}

function brief({ name, groupName, arn, state, target, createdAtMs, modifiedAtMs }: Schedule): ScheduleSummary {
  return {
    Arn: arn, Name: name, GroupName: groupName, State: state, Target: { Arn: target.Arn },
    CreationDate: seconds(createdAtMs), LastModificationDate: seconds(modifiedAtMs),
  }
}

function seconds(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : ms / 1000
}
