import { operation } from '../operation.ts'
import { findTask } from './find-task.ts'

export const stopThingRegistrationTask = operation('StopThingRegistrationTask', ({ taskId }, { state, registrationTasks }) => {
  registrationTasks.stop(findTask(state, taskId).taskId)
  return {}
})
