import { notFound } from '../../errors/service-exception.ts'
import type { IotState, RegistrationTask } from '../../state/iot-state.ts'

export function findTask({ registrationTasks }: IotState, taskId: string): RegistrationTask {
  const task = registrationTasks.get(taskId)
  if (task === undefined) throw notFound(`Thing registration task ${taskId} does not exist.`)
  return task
}
