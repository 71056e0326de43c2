import { GetPendingJobExecutionsCommand, IoTJobsDataPlaneClient } from '@aws-sdk/client-iot-jobs-data-plane'
import { ROTATION_JOB } from '@keg/message-schemas/keg'
import type { RenewalPorts } from '../fleet/renewal.ts'

/**
 * Jobs that kegs have yet to do. AWS IoT tells of ten of a keg at most: of those that it is at, and of the first that wait.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/job-limits.html#job-execution-limits
 */
export const iotJobs = (client = new IoTJobsDataPlaneClient()): RenewalPorts['jobs'] => ({
  async hasRotation(thingName) {
    const { inProgressJobs = [], queuedJobs = [] } = await client.send(new GetPendingJobExecutionsCommand({ thingName }))
    return [...inProgressJobs, ...queuedJobs].some(({ jobId = '' }) => jobId.startsWith(ROTATION_JOB))
  },
})
