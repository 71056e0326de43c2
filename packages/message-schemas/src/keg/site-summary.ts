import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs, levelName } from './envelope.ts'
import { telemetry } from './telemetry.ts'

/**
 * The most kegs that one message tells of: they fit into AWS's 128 KB.
 *
 * @example const messages = Math.ceil(1_200 / MAX_SITE_KEGS)  // 3
 */
export const MAX_SITE_KEGS = 500

/**
 * The last reading of every keg at a site that has a new one. Of those behind a gateway that gateway tells, once a minute and retained, so
 * that who subscribes to the very topic has the last one at once; of the others the cloud, once a second at most and not retained. One
 * message for a site costs as much as one for a keg. What a reading holds is {@link telemetry}'s, each with the keg's own clock and boot.
 *
 * @example siteSummary.topic.format({ siteId: 'berlin' })  // 'keg/berlin/summary'
 */
export const siteSummary = defineMessage({
  name: 'siteSummary',
  version: 1,
  topic: 'keg/{siteId}/summary',
  schema: z.object({
    v: z.literal(1),
    /** The gateway that its kegs are behind; absent = they stand alone, and the cloud tells of them. */
    gatewayId: levelName.optional(),
    /** When it was sent, by the clock of who tells. */
    takenAtMs: epochMs,
    kegs: z.array(z.object({ kegId: levelName, ...telemetry.schema.omit({ v: true }).shape })).min(1).max(MAX_SITE_KEGS),
  }),
})

export type SiteSummary = MessageValue<typeof siteSummary>
