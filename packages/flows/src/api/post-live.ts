import * as z from 'zod'
import { apiRoute } from './route.ts'

export const postLiveRoute = apiRoute({
  method: 'POST',
  path: '/live',
  handler: 'post-live',
  grants: ['signTickets'],
  access: { does: 'reads', of: 'caller' },
  summary: 'A ticket with which a page connects over MQTT',
  answer: { status: 200, schema: z.object({ clientId: z.string(), username: z.string(), password: z.string() }) },
  problems: [],
})
