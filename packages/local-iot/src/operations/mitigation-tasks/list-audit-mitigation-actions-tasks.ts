import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { byStart, isBetween } from './find-mitigation-task.ts'

const PAGE_SIZE = 25

export const listAuditMitigationActionsTasks = operation('ListAuditMitigationActionsTasks', (input, { state }) => {
  const { auditTaskId, findingId, taskStatus, startTime, endTime, maxResults = PAGE_SIZE, nextToken } = input
  const listed = [...state.auditMitigations.values()].filter(({ target, status, startedAtMs }) =>
    (auditTaskId === undefined || target.auditTaskId === auditTaskId)
    && (findingId === undefined || target.findingIds?.includes(findingId) === true)
    && (taskStatus ?? status) === status && isBetween(startedAtMs, startTime, endTime))
  const { items, nextToken: next } = page(listed, byStart, nextToken, maxResults, true)
  const tasks = items.map(({ taskId, startedAtMs, status }) => ({ taskId, startTime: new Date(startedAtMs), taskStatus: status }))
  return { tasks, nextToken: next }
})
