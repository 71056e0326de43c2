import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'
import { notFound } from '../../errors/service-exception.ts'
import { jobSummary } from './job-view.ts'

export const listJobs = operation('ListJobs', ({ status, targetSelection, thingGroupName, thingGroupId, nextToken, maxResults = 250 }, core) => {
  const { state, jobs } = core
  const group = thingGroupName ?? [...state.thingGroups.values()].find((one) => one.thingGroupId === thingGroupId)?.thingGroupName
  if (thingGroupName !== undefined && !state.thingGroups.has(thingGroupName)) throw notFound(`Thing group ${thingGroupName} does not exist.`)
  const isWanted = group === undefined ? thingGroupId === undefined : undefined
  const arn = state.arn(`thinggroup/${group ?? ''}`)
  const all = [...jobs.store.jobs.values()].filter((job) => (isWanted ?? job.targets.includes(arn)) && (status ?? job.status) === job.status && (targetSelection ?? job.targetSelection) === job.targetSelection)
  const { items, nextToken: next } = page(all, (job) => byCreation(job, job.jobId), nextToken, maxResults, true)
  return { jobs: items.map((job) => jobSummary(core, job)), nextToken: next }
})
