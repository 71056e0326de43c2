import * as z from 'zod'
import { pageOf, pageQuery } from './page.ts'
import { apiRoute } from './route.ts'

/** AWS tells of one group at a time. */
const MAX_GROUPS = 50

/** A dynamic thing group: what a query of fleet indexing finds. */
const dynamicGroup = z.object({
  groupName: z.string(),
  query: z.string(),
  description: z.string().optional(),
  /** In AWS's words: `BUILDING`, `ACTIVE`, `REBUILDING`. */
  status: z.string().optional(),
  /** How many kegs are in it, by the index. */
  kegs: z.int().nonnegative(),
}).meta({ id: 'DynamicGroup' })

export type DynamicGroup = z.output<typeof dynamicGroup>

export const listGroupsRoute = apiRoute({
  method: 'GET',
  path: '/groups',
  handler: 'list-groups',
  grants: ['readGroups'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'The dynamic thing groups, by name, and how many kegs are in each; a page may hold fewer than its limit',
  query: z.object({ ...pageQuery.shape, limit: z.coerce.number<number>().int().min(1).max(MAX_GROUPS).exactOptional() }),
  answer: { status: 200, schema: pageOf(dynamicGroup) },
  problems: [],
})
