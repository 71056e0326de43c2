import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { detectStatus } from './detect-task-summary.ts'
import { isBetween } from './find-mitigation-task.ts'

const PAGE_SIZE = 25

export const listDetectMitigationActionsExecutions = operation('ListDetectMitigationActionsExecutions', (input, { state }) => {
  const { taskId, violationId, thingName, startTime, endTime, maxResults = PAGE_SIZE, nextToken } = input
  const listed = [...state.detectMitigationExecutions.entries()].filter(([, execution]) =>
    (taskId ?? execution.taskId) === execution.taskId
    && (violationId ?? execution.subjectId) === execution.subjectId
    && (thingName ?? execution.thingName) === execution.thingName
    && isBetween(execution.startedAtMs, startTime, endTime))
  const { items, nextToken: next } = page(listed, ([key]) => key, nextToken, maxResults)
  const actionsExecutions = items.map(([, execution]) => ({
    taskId: execution.taskId, violationId: execution.subjectId, actionName: execution.actionName, thingName: execution.thingName,
    executionStartDate: new Date(execution.startedAtMs), executionEndDate: new Date(execution.endedAtMs), status: detectStatus(execution),
    errorCode: execution.errorCode, message: execution.message,
  }))
  return { actionsExecutions, nextToken: next }
})
