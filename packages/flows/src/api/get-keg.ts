import { epochMs, levelName, partialSettings, settingTimes } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { kegPath } from './keg-path.ts'
import { kegTotal } from './keg-total.ts'
import { apiRoute } from './route.ts'

/**
 * What is wished of a keg and what it reported, at a version of its shadow; `pending` until it has reported what is wished.
 * `desiredMetadata`: when each wish was made.
 */
const kegSettings = z.object({
  version: z.int(), desired: partialSettings.optional(), reported: partialSettings.optional(), pending: z.boolean(),
  desiredMetadata: settingTimes.optional(),
}).meta({ id: 'KegSettings' })

export type KegSettings = z.output<typeof kegSettings>

/** Whether a keg is connected, since when, else why not. */
const kegPresence = z.object({
  connected: z.boolean(), sinceMs: epochMs.optional(), reason: z.string().optional(),
}).meta({ id: 'KegPresence' })

export const getKegRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}',
  handler: 'get-keg',
  grants: ['readStore', 'readPresence', 'readShadow', 'readRegistry'],
  access: { does: 'reads', of: 'keg' },
  summary: 'A keg: its total, its settings and whether it is connected, as far as each is known',
  params: kegPath,
  answer: {
    status: 200,
    schema: z.object({
      kegId: levelName, total: kegTotal.optional(), settings: kegSettings.optional(), presence: kegPresence.optional(),
    }),
  },
  problems: ['not-found'],
})
