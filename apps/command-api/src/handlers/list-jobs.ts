import { iotJobs } from '../adapters/iot-jobs.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { listJobs } from '../routes/list-jobs.ts'

export const handler = listJobs({ gate: gateFromEnvironment(), jobs: iotJobs() })
