import { operation } from '../operation.ts'
import { findTask } from './find-task.ts'

export const describeThingRegistrationTask = operation('DescribeThingRegistrationTask', ({ taskId }, { state }) => {
  const { createdAtMs, modifiedAtMs, lines, successCount, failureCount, reportToken: _, ...task } = findTask(state, taskId)
  const done = successCount + failureCount
  return {
    ...task, creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs), successCount, failureCount,
    percentageProgress: lines === 0 ? (task.status === 'Completed' ? 100 : 0) : Math.floor((done * 100) / lines),
  }
})
