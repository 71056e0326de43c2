import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs, levelName } from './envelope.ts'
import { partialSettings, settingTimes } from './settings.ts'

/**
 * A keg's settings as its shadow has them, republished by a rule so that browsers never touch `$aws/things/…`.
 *
 * @example state.topic.format({ siteId: 'berlin', kegId: 'keg-01' })  // 'keg/berlin/keg-01/state'
 */
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
    /** When each wish was made. */
    desiredMetadata: settingTimes.optional(),
    timestampSec: z.int(),
    /** Of a state that a gateway asked for: who, and when by its own clock. */
    askedBy: levelName.optional(),
    askedAtMs: epochMs.optional(),
  }),
})

export type KegState = MessageValue<typeof state>

/** What people wish of a keg: it is done once the keg reports the same. Its site is no wish, it is told. */
const WISHES = ['targetCelsius', 'valve', 'intervalSec'] as const

/**
 * Whether the keg has still to report what is desired of it.
 *
 * @example isPending({ desired: { valve: 'closed' }, reported: { valve: 'open' } })  // true
 */
export const isPending = ({ desired, reported }: Pick<KegState, 'desired' | 'reported'>): boolean =>
  WISHES.some((name) => desired?.[name] !== undefined && desired[name] !== reported?.[name])
