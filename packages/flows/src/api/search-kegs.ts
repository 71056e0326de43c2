import { epochMs, levelName, partialSettings } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { pageOf } from './page.ts'
import { apiRoute } from './route.ts'

/** The most that AWS IoT takes as `maxResults`: API_SearchIndex.html */
const MAX_FOUND = 100

/** Whether AWS IoT has a client of the keg's name. */
const indexedConnection = z.object({
  connected: z.boolean(),
  /** Absent where it is not connected = it has not been for an hour, or never was, as no keg behind a gateway ever is. */
  sinceMs: epochMs.optional(),
  /** Why it ended, in AWS's words. */
  reason: z.string().optional(),
}).meta({ id: 'IndexedConnection' })

/** Settings as the index has them; values of a shadow that are no settings are left out. */
const indexedSettings = z.object({
  version: z.int().optional(), desired: partialSettings.optional(), reported: partialSettings.optional(), pending: z.boolean(),
}).meta({ id: 'IndexedSettings' })

/** A keg as the fleet index has it. Absent = the index has none of it: not known, which is not the same as not connected. */
const foundKeg = z.object({
  kegId: levelName,
  siteId: levelName.optional(),
  groups: z.array(z.string()),
  connection: indexedConnection.optional(),
  settings: indexedSettings.optional(),
}).meta({ id: 'FoundKeg' })

export type FoundKeg = z.output<typeof foundKeg>

export const searchKegsRoute = apiRoute({
  method: 'GET',
  path: '/search',
  handler: 'search-kegs',
  grants: ['searchKegs'],
  access: { does: 'reads', of: 'site' },
  summary: 'The kegs that a query of AWS IoT fleet indexing finds; all where there is none. A page may hold fewer than its limit',
  query: z.object({
    /** Empty = all. */
    query: z.string().trim().max(1_000).exactOptional(),
    limit: z.coerce.number<number>().int().min(1).max(MAX_FOUND).exactOptional(),
    cursor: z.string().min(1).max(4_096).exactOptional(),
  }),
  answer: { status: 200, schema: pageOf(foundKeg) },
  problems: [],
})
