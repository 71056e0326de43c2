import * as z from 'zod'
import { apiRoute } from './route.ts'

export const getFleetRoute = apiRoute({
  method: 'GET',
  path: '/fleet',
  handler: 'get-fleet',
  grants: ['readStore'],
  access: { does: 'reads', of: 'fleet' },
  summary: 'What all pours of all kegs add up to',
  answer: { status: 200, schema: z.object({ pours: z.int().nonnegative(), totalMl: z.int().nonnegative() }) },
  problems: [],
})
