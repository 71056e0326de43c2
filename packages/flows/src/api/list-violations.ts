import { epochMs, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

/** AWS tells of a keg's site one keg at a time. */
const MAX_VIOLATIONS = 100

/** How a keg is not as AWS IoT Device Defender expects it, now. */
const violation = z.object({
  violationId: z.string(),
  kegId: levelName,
  /** Where the registry has the keg. */
  siteId: levelName.optional(),
  /** The security profile, and which of its behaviors it is that the keg does not show. */
  profile: z.string(),
  behavior: z.string(),
  /** What was measured, in AWS's words. */
  metric: z.string().optional(),
  /** What was measured last: one of these, by the metric. */
  value: z.object({
    count: z.number().optional(), number: z.number().optional(), numbers: z.array(z.number()).optional(),
    strings: z.array(z.string()).optional(), cidrs: z.array(z.string()).optional(), ports: z.array(z.number()).optional(),
  }).optional(),
  startedAtMs: epochMs,
  lastAtMs: epochMs.optional(),
  /** What somebody has found out, in AWS's words, as `FALSE_POSITIVE`. */
  verificationState: z.string().optional(),
}).meta({ id: 'Violation' })

export type Violation = z.output<typeof violation>

export const listViolationsRoute = apiRoute({
  method: 'GET',
  path: '/violations',
  handler: 'list-violations',
  grants: ['readViolations', 'readRegistry'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'How kegs are not as Device Defender expects them, now; a page may hold fewer than its limit',
  query: z.object({ ...pageQuery.shape, limit: z.coerce.number<number>().int().min(1).max(MAX_VIOLATIONS).exactOptional() }),
  answer: { status: 200, schema: pageOf(violation) },
  problems: [],
})
