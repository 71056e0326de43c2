import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findThing } from '../things/find-thing.ts'
import { executionSummary, inOrder } from './job-view.ts'

export const listJobExecutionsForThing = operation('ListJobExecutionsForThing', (input, { jobs, state }) => {
  const { thingName, jobId, status, nextToken, maxResults = 250 } = input
  findThing(state, thingName)
  const all = jobs.store.ofThing(thingName).filter((one) => (status ?? one.status) === one.status && (jobId ?? one.jobId) === one.jobId)
  const { items, nextToken: next } = page(all, inOrder, nextToken, maxResults)
  const executionSummaries = items.map((execution) => ({ jobId: execution.jobId, jobExecutionSummary: executionSummary(execution) }))
  return { executionSummaries, nextToken: next }
})
