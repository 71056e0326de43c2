import { DescribeJobCommand, GetJobDocumentCommand, type Job } from '@aws-sdk/client-iot'
import { oneLine } from '../../printable.ts'
import { countsOf, inWords, type Counts } from './counts.ts'
import { failureLines, failuresOf } from './failures.ts'
import { abortInWords, retriesInWords, rolloutInWords, timeoutInWords } from './job-in-words.ts'
import type { Asked } from './jobs.ts'

/** Tells of one job: how far it is, at which things it failed and why, and how it goes on. */
export async function show({ subject: jobId, flags, iot, terminal }: Asked): Promise<number> {
  const { job: { jobProcessDetails, ...job } = {} } = await iot.send(new DescribeJobCommand({ jobId }))
  const counts = countsOf(jobProcessDetails)
  const [{ document }, failures] = await Promise.all([iot.send(new GetJobDocumentCommand({ jobId })), failuresOf(iot, jobId, counts)])
  if (flags['json'] === true) {
    const { named, more } = failures
    terminal.out(JSON.stringify({ ...job, ...counts, failures: named, moreFailures: more, document }))
    return 0
  }
  for (const line of linesOf(job, counts, document)) terminal.out(oneLine(line))
  for (const line of failureLines(failures)) terminal.out(oneLine(line))
  return 0
}

/** Member by member; what a job has not is left out. */
function linesOf(job: Job, counts: Counts, document: string | undefined): readonly string[] {
  const { jobExecutionsRolloutConfig = {}, abortConfig, timeoutConfig = {}, jobExecutionsRetryConfig, schedulingConfig } = job
  const aborts = abortConfig?.criteriaList?.map(abortInWords) ?? []
  const members = {
    job: job.jobId, status: job.status, description: job.description, comment: job.comment, 'reason code': job.reasonCode,
    targets: job.targets?.map((arn) => arn.slice(arn.lastIndexOf(':') + 1)).join(', '),
    continuous: job.targetSelection === 'CONTINUOUS' ? 'things that join a group later get it, too' : undefined,
    created: job.createdAt?.toISOString(), ended: job.completedAt?.toISOString(), things: inWords(counts),
    rollout: rolloutInWords(jobExecutionsRolloutConfig), 'taken back': aborts.length === 0 ? undefined : aborts.join('; '),
    'time-out': timeoutInWords(timeoutConfig), 'tried again': jobExecutionsRetryConfig && retriesInWords(jobExecutionsRetryConfig),
    schedule: schedulingConfig && JSON.stringify(schedulingConfig), document,
  }
  return Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [`${name.padEnd(11)}  ${value}`]))
}
