import * as z from 'zod'
import { jobOutcome } from '../jobs/job-outcome.ts'

/**
 * The file of a new certificate that is on its way. `issued`: there is a certificate, of nobody yet; `provisioned`: it is the thing's;
 * `proven`: a connection stood by it, and its files take the place of the old ones.
 */
export const rotationFile = z.object({
  pending: z
    .object({
      job: z.string(),
      certificateId: z.string(),
      ownershipToken: z.string(),
      phase: z.enum(['issued', 'provisioned', 'proven']),
    })
    .nullable(),
  /** What came of the last job of rotation. */
  settled: z.object({ job: z.string(), outcome: jobOutcome }).nullable(),
})

export type RotationState = z.output<typeof rotationFile>
export type PendingRotation = NonNullable<RotationState['pending']>
