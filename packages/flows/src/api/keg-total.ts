import { epochMs, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'

/** What the pours of a keg add up to; site and time are those of its last pour. */
export const kegTotal = z.object({
  kegId: levelName, siteId: levelName, pours: z.int().nonnegative(), totalMl: z.int().nonnegative(), lastReceivedAtMs: epochMs,
}).meta({ id: 'KegTotal' })

export type KegTotal = z.output<typeof kegTotal>
