import { epochMs } from '@keg/message-schemas/keg'
import * as z from 'zod'

const count = z.int().nonnegative()

/** A job of AWS IoT over many kegs, and how far it has come. */
export const fleetJob = z.object({
  jobId: z.string(),
  /** In AWS's words: `SCHEDULED`, `IN_PROGRESS`, `COMPLETED`, `CANCELED`, `DELETION_IN_PROGRESS`. */
  status: z.string(),
  description: z.string().optional(),
  /** Why it ended, by whoever ended it. */
  comment: z.string().optional(),
  /** Whether things that join a group later get it, too. */
  continuous: z.boolean(),
  targets: z.array(z.object({ kind: z.enum(['thing', 'group']), name: z.string() })),
  createdAtMs: epochMs,
  completedAtMs: epochMs.optional(),
  /** How many are told within a minute: at most, and how that grows. Absent = as many as AWS can. */
  rollout: z.object({
    maximumPerMinute: count.optional(),
    exponential: z.object({
      basePerMinute: count, factor: z.number(), after: z.object({ notified: count.optional(), succeeded: count.optional() }),
    }).optional(),
  }).optional(),
  /** It is canceled where so many in a hundred of the executions have ended so, once so many were told. */
  abort: z.array(z.object({ failure: z.string(), thresholdPercentage: z.number(), minimumExecutions: count })),
  /** Things by how far they have come. */
  counts: z.object({
    queued: count, inProgress: count, succeeded: count, failed: count, rejected: count, timedOut: count, canceled: count, removed: count,
  }),
}).meta({ id: 'FleetJob' })

export type FleetJob = z.output<typeof fleetJob>

/** The path of one job: `/jobs/{jobId}`. */
export const jobPath = z.object({ jobId: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, 'expected 1 to 64 letters, digits, "_" or "-"') })
