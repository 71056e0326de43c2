import { changeLogFromEnvironment } from '@keg/store/environment'
import { nowMs } from '../adapters/clock.ts'
import { iotJobs } from '../adapters/iot-jobs.ts'
import { gateFromEnvironment } from '../adapters/people.ts'
import { cancelJob } from '../routes/cancel-job.ts'

export const handler = cancelJob({ gate: gateFromEnvironment(), jobs: iotJobs(), log: changeLogFromEnvironment(), nowMs })
