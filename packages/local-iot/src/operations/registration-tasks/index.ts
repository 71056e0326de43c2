import { describeThingRegistrationTask } from './describe-thing-registration-task.ts'
import { listThingRegistrationTaskReports } from './list-thing-registration-task-reports.ts'
import { listThingRegistrationTasks } from './list-thing-registration-tasks.ts'
import { startThingRegistrationTask } from './start-thing-registration-task.ts'
import { stopThingRegistrationTask } from './stop-thing-registration-task.ts'

/** The operations of bulk registration, by AWS's name. */
export const registrationTaskOperations = {
  DescribeThingRegistrationTask: describeThingRegistrationTask,
  ListThingRegistrationTaskReports: listThingRegistrationTaskReports,
  ListThingRegistrationTasks: listThingRegistrationTasks,
  StartThingRegistrationTask: startThingRegistrationTask,
  StopThingRegistrationTask: stopThingRegistrationTask,
} as const
