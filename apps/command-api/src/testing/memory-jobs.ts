import type { FleetJob } from '@keg/flows/routes'
import type { FleetJobs } from '../ports.ts'

/** A job in progress that was made at a time, in epoch milliseconds. */
export const jobOf = (jobId: string, createdAtMs: number, more: Partial<FleetJob> = {}): FleetJob => ({
  jobId, status: 'IN_PROGRESS', continuous: false, targets: [{ kind: 'thing', name: 'k-1' }], createdAtMs, abort: [],
  counts: { queued: 1, inProgress: 0, succeeded: 0, failed: 0, rejected: 0, timedOut: 0, canceled: 0, removed: 0 }, ...more,
})

/** Jobs in this process; `comments` has what they were taken back with. */
export function memoryJobs(...jobs: readonly FleetJob[]): FleetJobs & { readonly comments: readonly string[] } {
  const byId = new Map(jobs.map((job) => [job.jobId, job]))
  const comments: string[] = []
  return {
    comments,
    all: async () => [...byId.values()],
    job: async (jobId) => byId.get(jobId),
    cancel: async (jobId, comment) => {
      const job = byId.get(jobId)
      if (job === undefined || job.status === 'COMPLETED') return false
      byId.set(jobId, { ...job, status: 'CANCELED', comment })
      comments.push(comment)
      return true
    },
  }
}
