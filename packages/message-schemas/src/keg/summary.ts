import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs } from './envelope.ts'
import { telemetry } from './telemetry.ts'

/** The spread of a member of telemetry, within the bounds that it has there. */
const spreadOf = (value: z.ZodNumber) => z.object({ min: value, mean: value, max: value })

/**
 * What a gateway makes of a minute of one keg's telemetry. The readings of a minute that was sent in two parts add up.
 *
 * @example summary.topic.format({ siteId: 'berlin', kegId: 'keg-01' })  // 'keg/berlin/keg-01/summary'
 */
export const summary = defineMessage({
  name: 'summary',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/summary',
  schema: z.object({
    v: z.literal(1),
    /** The boot of the keg, whose telemetry it sums up. */
    bootId: z.string().min(1).max(64),
    /** The first and last `seq` among them. */
    fromSeq: z.int().nonnegative(),
    toSeq: z.int().nonnegative(),
    /** The minute's first millisecond, by the keg's clock. */
    takenAtMs: epochMs,
    readings: z.int().positive(),
    celsius: spreadOf(telemetry.schema.shape.celsius),
    kilopascal: spreadOf(telemetry.schema.shape.kilopascal),
    /** How many of the readings were taken while it poured, or cooled. */
    pouring: z.int().nonnegative(),
    cooling: z.int().nonnegative(),
  }),
})

export type Summary = MessageValue<typeof summary>
