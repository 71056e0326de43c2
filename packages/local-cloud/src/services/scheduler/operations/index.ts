import { createScheduleGroup, deleteScheduleGroup, getScheduleGroup, listScheduleGroups } from './schedule-groups.ts'
import { createSchedule, deleteSchedule, getSchedule, listSchedules, updateSchedule } from './schedules.ts'

export const operations = [
  createSchedule, createScheduleGroup, deleteSchedule, deleteScheduleGroup, getSchedule, getScheduleGroup, listScheduleGroups,
  listSchedules, updateSchedule,
]
