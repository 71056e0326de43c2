import { epochMs, levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

/** A connection of a keg. */
const kegConnection = z.object({
  /** Absent = it is known by its end alone. */
  beganAtMs: epochMs.optional(),
  /** Absent = it has not ended, or nobody was told. */
  endedAtMs: epochMs.optional(),
  /** Why it ended, in AWS's words. */
  reason: z.string().optional(),
}).meta({ id: 'KegConnection' })

export const listConnectionsRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}/connections',
  handler: 'list-connections',
  grants: ['readPresence'],
  access: { does: 'reads', of: 'keg' },
  summary: 'The last connections of a keg, newest first, of the last month',
  params: kegPath,
  answer: { status: 200, schema: z.object({ kegId: levelName, items: z.array(kegConnection) }) },
  problems: [],
})
