import { epochMs } from '@keg/message-schemas/keg'
import * as z from 'zod'

/** A message that a flow failed with, kept whole with the reason. */
export const quarantineEntry = z.object({
  quarantineId: z.string(),
  flow: z.string(),
  reason: z.string(),
  /** How often the flow failed with it; absent = once. */
  failures: z.int().positive().optional(),
  topic: z.string(),
  clientId: z.string().optional(),
  receivedAtMs: epochMs,
  payloadBase64: z.string(),
  /** The topic of the batch in which it came; absent = it came by itself. */
  batchTopic: z.string().optional(),
  /** The beer that it speaks of; absent where that can not be read. */
  volumeMl: z.number().optional(),
  /** Absent = open. */
  state: z.literal('replayed').optional(),
  replayedAtMs: epochMs.optional(),
  /** The pour that it became, as `{kegId}/{pourId}`. */
  bookedAs: z.string().optional(),
}).meta({ id: 'QuarantineEntry' })

export type QuarantineEntry = z.output<typeof quarantineEntry>
