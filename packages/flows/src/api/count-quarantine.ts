import * as z from 'zod'
import { apiRoute } from './route.ts'

export const countQuarantineRoute = apiRoute({
  method: 'GET',
  path: '/quarantine/count',
  handler: 'count-quarantine',
  grants: ['readStore'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'How many messages are in quarantine',
  answer: { status: 200, schema: z.object({ count: z.int().nonnegative() }) },
  problems: [],
})
