import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

export const listThingRegistrationTasks =
  operation('ListThingRegistrationTasks', ({ nextToken, maxResults = 25, status }, { state }) => {
    const tasks = [...state.registrationTasks.values()].filter((task) => (status ?? task.status) === task.status)
    const { items, nextToken: next } = page(tasks, (task) => byCreation(task, task.taskId), nextToken, maxResults, true)
    return { taskIds: items.map(({ taskId }) => taskId), nextToken: next }
  })
