import * as z from 'zod'
import type { KeptShadow } from './local-shadows.ts'

const wish = z.object({ value: z.unknown(), atMs: z.number(), from: z.enum(['cloud', 'here']), byOwnClock: z.literal(true).optional() })
const section = z.record(z.string(), z.json()).optional()

/** The file of a keg's shadow. */
export const keptShadow = z
  .object({
    record: z
      .object({
        document: z.object({
          state: z.object({ desired: section, reported: section }), metadata: z.object({ desired: section, reported: section }),
          version: z.int(),
        }).optional(),
        version: z.int(),
        deletedAtSec: z.int().optional(),
      })
      .optional(),
    wishes: z.record(z.string(), wish),
    cloudVersion: z.int().nonnegative(),
    cloudAtSec: z.int().optional(),
  })
  // zod says of an optional member that it may be undefined, which none in a JSON file is.
  .transform((kept) => kept as KeptShadow)
