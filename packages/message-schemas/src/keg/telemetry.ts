import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { envelope } from './envelope.ts'

/**
 * What the keg measures: every 10 s, every second while it pours.
 *
 * @example telemetry.encode({
 *   v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, celsius: 4.2, kilopascal: 101.3, pouring: false, cooling: true,
 * })
 */
export const telemetry = defineMessage({
  name: 'telemetry',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/telemetry',
  schema: z.object({
    v: z.literal(1),
    ...envelope,
    celsius: z.number().min(-50).max(100),
    kilopascal: z.number().min(0).max(1_000),
    pouring: z.boolean(),
    cooling: z.boolean(),
  }),
})

export type Telemetry = MessageValue<typeof telemetry>
