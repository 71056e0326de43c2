import * as z from 'zod'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

/** A policy of AWS IoT that says what a keg may do over its certificates. */
const kegPolicy = z.object({
  policyName: z.string(),
  policyArn: z.string(),
  /** As AWS IoT judges by it, variables as they stand. */
  document: z.record(z.string(), z.unknown()),
  /** The active certificates over which it is in effect, by id: its own, or those of a group of the keg. */
  principals: z.array(z.string()),
}).meta({ id: 'KegPolicy' })

export type KegPolicy = z.output<typeof kegPolicy>

export const listPoliciesRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}/policies',
  handler: 'list-policies',
  grants: ['readPolicies'],
  access: { does: 'reads', of: 'keg' },
  summary: 'The policies that are in effect for a keg, by name; of its first ten certificates, where it has more',
  params: kegPath,
  answer: { status: 200, schema: z.object({ items: z.array(kegPolicy) }) },
  problems: ['not-found'],
})
