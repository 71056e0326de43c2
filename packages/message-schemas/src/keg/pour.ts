import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { stays } from '../residency.ts'
import { envelope } from './envelope.ts'

/**
 * The most one pour may hold, in millilitres: more than any keg on the market.
 *
 * @example kegOrder.safeParse({ kind: 'pour', volumeMl: MAX_POUR_ML + 1 }).success  // false
 */
export const MAX_POUR_ML = 60_000

/**
 * Beer that left a tap. `totaliserMl` is the flow meter's own counter after it; a pour sent again keeps its `pourId`.
 *
 * @example pour.topic.format({ siteId: 'berlin', kegId: 'keg-01' })  // 'keg/berlin/keg-01/pours'
 */
export const pour = defineMessage({
  name: 'pour',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/pours',
  schema: z.object({
    v: z.literal(1),
    ...envelope,
    pourId: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, 'expected 1 to 64 letters, digits, "_" or "-"'),
    volumeMl: z.int().positive().max(MAX_POUR_ML),
    totaliserMl: z.int().nonnegative(),
    /** The card that opened the tap: whose pour it is. It is the bar's business alone. */
    cardId: stays(z.string().min(1).max(64)),
  }),
})

export type Pour = MessageValue<typeof pour>
