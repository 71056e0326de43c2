import type { IotState } from '../../state/iot-state.ts'
import type { Job } from '../../jobs/job.ts'
import type { OperationTypes } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'
import { findThingGroup } from '../thing-groups/find-thing-group.ts'
import { jobSummary } from './job-view.ts'

type Input = OperationTypes['ListJobs']['input']

export const listJobs = operation('ListJobs', (input, core) => {
  const { status, targetSelection, nextToken, maxResults = 250 } = input
  const isOfGroup = groupFilter(core.state, input)
  const all = [...core.jobs.store.jobs.values()].filter((job) =>
    isOfGroup(job) && (status ?? job.status) === job.status && (targetSelection ?? job.targetSelection) === job.targetSelection)
  const { items, nextToken: next } = page(all, (job) => byCreation(job, job.jobId), nextToken, maxResults, true)
  return { jobs: items.map((job) => jobSummary(core, job)), nextToken: next }
})

function groupFilter(state: IotState, { thingGroupName, thingGroupId }: Input): (job: Job) => boolean {
  if (thingGroupName === undefined && thingGroupId === undefined) return () => true
  const named = thingGroupName === undefined ? undefined : findThingGroup(state, thingGroupName)
  const group = named ?? [...state.thingGroups.values()].find((one) => one.thingGroupId === thingGroupId)
  return ({ targets }) => group !== undefined && targets.includes(state.arn(`thinggroup/${group.thingGroupName}`))
}
