import deviceSdk from 'aws-iot-device-sdk-v2'
import type { iotjobs as iotjobsTypes, mqtt5 } from 'aws-iot-device-sdk-v2'
import { DeviceError } from '../errors/device-error.ts'
import type { JobStatus } from '../jobs/job-outcome.ts'
import type { JobExecution, JobsListener, JobsPort, JobUpdate, JobUpdated } from '../jobs/jobs-port.ts'
import { asked, innermost, modeledError, REQUESTS } from './sdk-request.ts'

// The device SDK is CommonJS: its names come from its default export.
const { iotjobs } = deviceSdk
const { IotJobsClientv2, model } = iotjobs

type Refusal = iotjobsTypes.model.V2ErrorResponse
type NextStream = ReturnType<iotjobsTypes.IotJobsClientv2['createNextJobExecutionChangedStream']>

/** The codes by which AWS says that an execution is no longer ours to change. */
const OVER: readonly unknown[] = [
  model.RejectedErrorCode.TERMINAL_STATE_REACHED, model.RejectedErrorCode.INVALID_STATE_TRANSITION,
  model.RejectedErrorCode.RESOURCE_NOT_FOUND,
]
const STATUS: Readonly<Record<JobStatus, iotjobsTypes.model.JobStatus>> = {
  IN_PROGRESS: model.JobStatus.IN_PROGRESS, SUCCEEDED: model.JobStatus.SUCCEEDED, FAILED: model.JobStatus.FAILED,
  REJECTED: model.JobStatus.REJECTED,
}
// The SDK hands these numbers out and does not export their names: SubscriptionStatusEventType of aws-crt.
const ESTABLISHED = 0
const HALTED = 2

type Job = Pick<JobExecution, 'jobId' | 'executionNumber'>

/** The jobs of one thing, by the SDK's own client on the thing's connection. */
export function sdkJobs(connection: mqtt5.Mqtt5Client, thingName: string): JobsPort {
  const client = IotJobsClientv2.newFromMqtt5(connection, REQUESTS)
  let stream: NextStream | undefined

  function listen({ ready, next, refused }: JobsListener): void {
    stream?.close()
    stream = client.createNextJobExecutionChangedStream({ thingName })
    stream.on('incomingPublish', ({ message }) => next(message.execution?.jobId))
    // A document that can't be read is found again, and refused, where the job is started.
    stream.on('incomingPublishError', () => next(undefined))
    stream.on('subscriptionStatus', ({ type, error }) => {
      if (type === ESTABLISHED) ready()
      if (type === HALTED) refused(`the subscription to changes of jobs was refused (${String(error)}); does the policy allow it?`)
    })
    stream.open()
  }
  async function startNext(): Promise<JobExecution | undefined> {
    const { execution } = await asked('start-next', client.startNextPendingJobExecution({ thingName, statusDetails: { step: 'started' } }))
    if (execution?.jobId === undefined) return undefined
    const { jobId, executionNumber = 1, versionNumber = 1, jobDocument } = execution
    return { jobId, executionNumber, versionNumber, document: jobDocument }
  }
  async function update(job: Job, { status, statusDetails, expectedVersion }: JobUpdate): Promise<JobUpdated> {
    const { jobId, executionNumber } = job
    try {
      const { executionState } = await client.updateJobExecution({
        thingName, jobId, executionNumber, status: STATUS[status], statusDetails: { ...statusDetails }, includeJobExecutionState: true,
        ...(expectedVersion !== undefined && { expectedVersion }),
      })
      return { kind: 'taken', versionNumber: executionState?.versionNumber }
    } catch (error) {
      const refusal = modeledError<Refusal>(error)
      if (refusal?.code === model.RejectedErrorCode.VERSION_MISMATCH && expectedVersion !== undefined)
        return { kind: 'conflict', versionNumber: refusal.executionState?.versionNumber }
      throw failure('update', job, error)
    }
  }
  async function check(job: Job): Promise<void> {
    const { jobId, executionNumber } = job
    try {
      await client.describeJobExecution({ thingName, jobId, executionNumber, includeJobDocument: false })
    } catch (error) {
      throw failure('describe', job, error)
    }
  }
  return {
    listen, startNext, update, check,
    close() {
      stream?.close()
      client.close()
    },
  }
}

function failure(what: string, { jobId }: Job, error: unknown): DeviceError {
  const refusal = modeledError<Refusal>(error)
  const why = refusal?.message ?? innermost(error)
  const evidence = { cause: error, ...(refusal?.code !== undefined && { awsCode: refusal.code }) }
  if (OVER.includes(refusal?.code)) return new DeviceError('JOB_OVER', `job ${jobId} is over: ${why}`, evidence)
  return new DeviceError(refusal === undefined ? 'NO_ANSWER' : 'REFUSED', `${what} job ${jobId}: ${why}`, evidence)
}
