import {
  CancelJobCommand, DescribeJobCommand, InvalidRequestException, IoTClient, paginateListJobs, type Job, type JobExecutionsRolloutConfig,
  type JobProcessDetails,
} from '@aws-sdk/client-iot'
import type { FleetJob } from '@keg/flows/routes'
import type { FleetJobs, ListedJob } from '../ports.ts'
import { unlessGone } from './unless-gone.ts'

/** The most that AWS lists at once: API_ListJobs.html */
const pageSize = 250

/** The jobs of AWS IoT, of the whole account: which are for kegs is not told in their list. */
export const iotJobs = (client = new IoTClient()): FleetJobs => ({
  all: async () => {
    const listed: ListedJob[] = []
    for await (const { jobs = [] } of paginateListJobs({ client, pageSize }, {}))
      listed.push(...jobs.map(({ jobId = '', createdAt }) => ({ jobId, createdAtMs: createdAt?.getTime() ?? 0 })))
    return listed
  },
  job: async (jobId) => {
    const { job } = await unlessGone(client.send(new DescribeJobCommand({ jobId }))) ?? {}
    return job && jobOf(job)
  },
  cancel: async (jobId, comment) => {
    try {
      await client.send(new CancelJobCommand({ jobId, comment }))
      return true
    } catch (error) {
      // The job's id was good a moment ago.
      if (error instanceof InvalidRequestException) return false
      throw error
    }
  },
})

function jobOf(job: Job): FleetJob {
  const { jobId = '', status = '', description, comment, targetSelection, targets = [], createdAt, completedAt, abortConfig } = job
  return {
    jobId, status, description, comment, continuous: targetSelection === 'CONTINUOUS', targets: targets.map(targetOf),
    createdAtMs: createdAt?.getTime() ?? 0, completedAtMs: completedAt?.getTime(), rollout: rolloutOf(job.jobExecutionsRolloutConfig),
    abort: (abortConfig?.criteriaList ?? []).map(({ failureType = '', thresholdPercentage = 0, minNumberOfExecutedThings = 0 }) =>
      ({ failure: failureType, thresholdPercentage, minimumExecutions: minNumberOfExecutedThings })),
    counts: countsOf(job.jobProcessDetails),
  }
}

/** `arn:aws:iot:eu-central-1:1:thinggroup/kegs` → a group, `kegs`. */
function targetOf(arn: string): FleetJob['targets'][number] {
  const [, kind, name] = /:(thing|thinggroup)\/([^/]+)$/.exec(arn) ?? []
  return { kind: kind === 'thinggroup' ? 'group' : 'thing', name: name ?? arn }
}

function rolloutOf({ maximumPerMinute, exponentialRate }: JobExecutionsRolloutConfig = {}): FleetJob['rollout'] {
  if (maximumPerMinute === undefined && exponentialRate === undefined) return undefined
  const { baseRatePerMinute = 0, incrementFactor = 0, rateIncreaseCriteria = {} } = exponentialRate ?? {}
  const { numberOfNotifiedThings: notified, numberOfSucceededThings: succeeded } = rateIncreaseCriteria
  return {
    maximumPerMinute,
    exponential: exponentialRate && { basePerMinute: baseRatePerMinute, factor: incrementFactor, after: { notified, succeeded } },
  }
}

const countsOf = (details: JobProcessDetails = {}): FleetJob['counts'] => ({
  queued: details.numberOfQueuedThings ?? 0, inProgress: details.numberOfInProgressThings ?? 0,
  succeeded: details.numberOfSucceededThings ?? 0, failed: details.numberOfFailedThings ?? 0,
  rejected: details.numberOfRejectedThings ?? 0, timedOut: details.numberOfTimedOutThings ?? 0,
  canceled: details.numberOfCanceledThings ?? 0, removed: details.numberOfRemovedThings ?? 0,
})
