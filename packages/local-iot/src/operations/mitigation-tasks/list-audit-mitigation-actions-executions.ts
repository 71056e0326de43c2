import { operation } from '../operation.ts'
import { page } from '../page.ts'

const PAGE_SIZE = 25

export const listAuditMitigationActionsExecutions = operation(
  'ListAuditMitigationActionsExecutions',
  ({ taskId, findingId, actionStatus, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const listed = [...state.auditMitigationExecutions.entries()].filter(([, execution]) =>
      execution.taskId === taskId && execution.subjectId === findingId && (actionStatus ?? execution.status) === execution.status)
    const { items, nextToken: next } = page(listed, ([key]) => key, nextToken, maxResults)
    const actionsExecutions = items.map(([, { subjectId, actionName, actionId, status, startedAtMs, endedAtMs, errorCode, message }]) => ({
      taskId, findingId: subjectId, actionName, actionId, status, startTime: new Date(startedAtMs), endTime: new Date(endedAtMs), errorCode,
      message,
    }))
    return { actionsExecutions, nextToken: next }
  },
)
