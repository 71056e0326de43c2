import { iotJobs } from '../adapters/iot-jobs.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { getJob } from '../routes/get-job.ts'

export const handler = getJob({ gate: gateFromEnvironment(), jobs: iotJobs() })
