import { runFirmwareJob, type FirmwareJobParts } from '../firmware/firmware-job.ts'
import type { JobWork } from '../jobs/job-agent.ts'
import { outcome } from '../jobs/job-outcome.ts'
import type { Program } from '../program.ts'
import { runRotationJob, type RotationJobParts } from '../rotation/rotation-job.ts'

/** What a keg's jobs are done with. */
export interface JobWorkParts {
  readonly program: Program
  /** Absent: the configuration names no key that firmware is signed by. */
  readonly firmware: FirmwareJobParts | undefined
  /** Absent: the keg does not connect by a certificate of its own. */
  readonly rotation: RotationJobParts | undefined
}

/** Does jobs of each kind. */
export function jobWork({ program, firmware, rotation }: JobWorkParts): JobWork {
  return async (document, job) => {
    switch (document.kind) {
      case 'settings':
        await program.applySettings(document.settings)
        return outcome('SUCCEEDED')
      case 'firmware':
        if (firmware === undefined) return outcome('REJECTED', { reason: 'this keg has no "firmware" in its configuration: it trusts no key' })
        return runFirmwareJob(document, job, firmware)
      case 'rotateCertificate':
        if (rotation === undefined) return outcome('REJECTED', { reason: 'this keg does not connect by a certificate of its own' })
        return runRotationJob(document.template, job, rotation)
    }
  }
}
