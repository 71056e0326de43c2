import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { executionSummary, inOrder } from './job-view.ts'
import { refusing } from './refusing.ts'

export const listJobExecutionsForJob = operation('ListJobExecutionsForJob', (input, { jobs, state }) => {
  const { jobId, status, nextToken, maxResults = 250 } = input
  refusing(() => jobs.store.job(jobId))
  const all = jobs.store.ofJob(jobId).filter((execution) => (status ?? execution.status) === execution.status)
  const { items, nextToken: next } = page(all, inOrder, nextToken, maxResults)
  const executionSummaries = items.map((execution) => {
    const thingArn = state.arn(`thing/${execution.thingName}`)
    return { thingArn, jobExecutionSummary: executionSummary(execution) }
  })
  return { executionSummaries, nextToken: next }
})
