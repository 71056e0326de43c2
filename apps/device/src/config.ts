import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'

const range = z.tuple([z.number().nonnegative(), z.number().nonnegative()])

/**
 * What the device program reads from its configuration file: where the broker is, and one entry for each keg that it
 * simulates. Paths are relative to the working directory.
 */
export const deviceConfig = z.strictObject({
  endpoint: z.strictObject({ host: z.string(), port: z.int().min(1).max(65_535) }),
  caFile: z.string(),
  kegs: z
    .array(z.strictObject({ kegId: levelName, certificateFile: z.string(), privateKeyFile: z.string(), dataDir: z.string() }))
    .min(1),
  simulation: z
    .strictObject({
      tap: z.strictObject({ pauseMs: range, volumeMl: range, mlPerSec: z.number().positive() }).optional(),
      /** The share of pours that are sent twice, 0 to 1. */
      duplicateShare: z.number().min(0).max(1).default(0),
    })
    .default({ duplicateShare: 0 }),
})

export type DeviceConfig = z.output<typeof deviceConfig>
