import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThing } from '../things/find-thing.ts'
import { executionSummary, inOrder } from './job-view.ts'

export const listJobExecutionsForThing = operation('ListJobExecutionsForThing', ({ thingName, jobId, status, nextToken, maxResults = 250 }, { jobs, state }) => {
  findThing(state, thingName)
  const all = jobs.store.ofThing(thingName).filter((execution) => (status ?? execution.status) === execution.status && (jobId ?? execution.jobId) === execution.jobId)
  const { items, nextToken: next } = page(all, inOrder, nextToken, maxResults)
  return { executionSummaries: items.map((execution) => ({ jobId: execution.jobId, jobExecutionSummary: executionSummary(execution) })), nextToken: next }
})
