import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { taskType } from './find-audit-task.ts'

const PAGE_SIZE = 25

export const listAuditTasks = operation('ListAuditTasks', (input, { state }) => {
  const { startTime, endTime, taskType: type, taskStatus, maxResults = PAGE_SIZE, nextToken } = input
  const listed = [...state.auditTasks.values()].filter((task) =>
    task.startedAtMs >= startTime.getTime() && task.startedAtMs <= endTime.getTime()
    && (type ?? taskType(task)) === taskType(task) && (taskStatus ?? task.status) === task.status)
  const key = ({ startedAtMs, taskId }: (typeof listed)[number]) => `${String(startedAtMs).padStart(16, '0')} ${taskId}`
  const { items, nextToken: next } = page(listed, key, nextToken, maxResults, true)
  return { tasks: items.map((task) => ({ taskId: task.taskId, taskStatus: task.status, taskType: taskType(task) })), nextToken: next }
})
