import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { ROLES } from './people.ts'
import { apiRoute } from './route.ts'

/** Who calls: `sites` are those that he may see; absent = all. */
const me = z.object({
  subject: z.string(), username: z.string(), role: z.enum(ROLES), sites: z.array(levelName).optional(),
}).meta({ id: 'Me' })

export type Me = z.output<typeof me>

export const getMeRoute = apiRoute({
  method: 'GET',
  path: '/me',
  handler: 'get-me',
  grants: [],
  access: { does: 'reads', of: 'caller' },
  summary: 'Who calls, by the token, and what he may see',
  answer: { status: 200, schema: me },
  problems: [],
})
