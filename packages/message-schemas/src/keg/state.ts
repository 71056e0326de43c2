import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { partialSettings } from './settings.ts'

/** A keg's settings as its shadow has them, republished by a rule so that browsers never touch `$aws/things/…`. */
export const state = defineMessage({
  name: 'state',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/state',
  schema: z.object({
    kegId: z.string(),
    /** The shadow's version: a state with a lower one is older. */
    version: z.int().positive(),
    desired: partialSettings.optional(),
    reported: partialSettings.optional(),
    timestampSec: z.int(),
  }),
})

export type KegState = MessageValue<typeof state>

/** Whether the keg has still to report its desired target temperature. */
export const isPending = ({ desired, reported }: Pick<KegState, 'desired' | 'reported'>): boolean =>
  desired?.targetCelsius !== undefined && desired.targetCelsius !== reported?.targetCelsius
