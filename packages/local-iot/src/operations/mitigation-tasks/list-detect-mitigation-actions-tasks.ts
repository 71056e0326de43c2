import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { taskSummary } from './detect-task-summary.ts'
import { byStart, isBetween } from './find-mitigation-task.ts'

const PAGE_SIZE = 25

export const listDetectMitigationActionsTasks =
  operation('ListDetectMitigationActionsTasks', ({ startTime, endTime, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const listed = [...state.detectMitigations.values()].filter(({ startedAtMs }) => isBetween(startedAtMs, startTime, endTime))
    const { items, nextToken: next } = page(listed, byStart, nextToken, maxResults, true)
    return { tasks: items.map((task) => taskSummary(state, task)), nextToken: next }
  })
