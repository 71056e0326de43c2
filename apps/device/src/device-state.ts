import { pour } from '@keg/message-schemas/keg'
import * as z from 'zod'

/** The flow meter's file: its totaliser, in millilitres. */
export const meterFile = z.int().nonnegative()

/** The outbox's file. */
export const outboxFile = z.object({
  reportedMl: z.int().nonnegative(),
  pending: z.array(z.object({ siteId: z.string(), pour: pour.schema })),
  pours: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
})
