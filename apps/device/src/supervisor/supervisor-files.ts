import type { Durable } from '@keg/uplink'
import { jsonFile } from '@keg/uplink/json-file'
import { join } from 'node:path'
import { firmwareFile, type FirmwareState } from '../firmware/firmware-state.ts'
import { jobsFile, type JobsState } from '../jobs/jobs-file.ts'
import { rotationFile, type RotationState } from '../rotation/rotation-state.ts'

/** The supervisor's files in a keg's folder. What decides which program and which certificate come up survives a power cut, too. */
export const supervisorFiles = (dataDir: string) => ({
  jobs: jsonFile(join(dataDir, 'jobs.json'), { schema: jobsFile, version: 1 }) satisfies Durable<JobsState>,
  firmware: jsonFile(join(dataDir, 'firmware.json'), { schema: firmwareFile, version: 1, durable: true }) satisfies Durable<FirmwareState>,
  rotation: jsonFile(join(dataDir, 'rotation.json'), { schema: rotationFile, version: 1, durable: true }) satisfies Durable<RotationState>,
})

export type SupervisorFiles = ReturnType<typeof supervisorFiles>
