import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs, levelName } from './envelope.ts'
import { partialSettings } from './settings.ts'

/**
 * The most messages that one batch holds.
 *
 * @example const batches = Math.ceil(2_500 / MAX_BATCHED)  // 3
 */
export const MAX_BATCHED = 1_000

const batched = z.object({
  topic: z.string().min(1).max(256),
  /** When the gateway took it in, by its clock. */
  takenAtMs: epochMs,
  /** The payload as the keg sent it, as text; bytes that are no text as base64 in `payloadBase64`. One of the two. */
  payload: z.string().optional(),
  payloadBase64: z.base64().optional(),
})

/**
 * Messages of kegs behind a gateway, by Basic Ingest. Site and gateway are what the topic says, never what the body claims.
 * A batch that is sent again keeps its `batchId`.
 *
 * @example batch.topic.format({ ruleName: 'keg_batch', siteId: 'berlin', gatewayId: 'gw-1' })  // '$aws/rules/keg_batch/berlin/gw-1'
 */
export const batch = defineMessage({
  name: 'batch',
  version: 1,
  topic: '$aws/rules/{ruleName}/{siteId}/{gatewayId}',
  schema: z.object({
    v: z.literal(1), batchId: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/), messages: z.array(batched).min(1).max(MAX_BATCHED),
  }),
})

/**
 * Batches that are booked: the gateway may forget what was in them.
 *
 * @example batchAcks.encode({ v: 1, batchIds: ['b-1'] })
 */
export const batchAcks = defineMessage({
  name: 'batchAcks',
  version: 1,
  topic: 'keg/{siteId}/gateways/{gatewayId}/acks',
  schema: z.object({ v: z.literal(1), batchIds: z.array(z.string().min(1).max(64)).min(1).max(100) }),
})

/**
 * Asks a gateway for the raw telemetry of one keg, for a while.
 *
 * @example liveRequest.encode({ v: 1, kegId: 'keg-01', untilMs: 1_790_000_060_000 })
 */
export const liveRequest = defineMessage({
  name: 'liveRequest',
  version: 1,
  topic: 'keg/{siteId}/gateways/{gatewayId}/live',
  schema: z.object({ v: z.literal(1), kegId: levelName, untilMs: epochMs }),
})

/**
 * What a keg behind a gateway reported, or what was wished of it there: a rule brings it into the shadow, where the keg is of that site.
 * A wish names the `version` of the shadow that it is made on; where that has moved on, AWS refuses it.
 *
 * @example reported.encode({ v: 1, reported: { targetCelsius: 4 } })
 */
export const reported = defineMessage({
  name: 'reported',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/reported',
  schema: z.object({
    v: z.literal(1), reported: partialSettings.optional(), desired: partialSettings.optional(), version: z.int().positive().optional(),
  }),
})

/**
 * Asks for a keg's {@link state}: a gateway that was away does not know what changed. The answer carries who asked, and when by its own
 * clock.
 *
 * @example stateRequest.encode({ v: 1, askedBy: 'gw-01', askedAtMs: 1_790_000_000_000 })
 */
export const stateRequest = defineMessage({
  name: 'stateRequest',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/ask',
  schema: z.object({ v: z.literal(1), askedBy: levelName, askedAtMs: epochMs }),
})

export type Batch = MessageValue<typeof batch>
export type BatchedMessage = Batch['messages'][number]
