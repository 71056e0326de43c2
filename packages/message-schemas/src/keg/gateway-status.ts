import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { epochMs } from './envelope.ts'

const count = z.int().nonnegative()

/**
 * How a gateway is: on its start, when something is another than it was, once a minute while it does not keep up, and each quarter of an
 * hour. Times are by its own clock.
 *
 * @example gatewayStatus.topic.format({ siteId: 'berlin', gatewayId: 'gw-1' })  // 'keg/berlin/gateways/gw-1/status'
 */
export const gatewayStatus = defineMessage({
  name: 'gatewayStatus',
  version: 1,
  topic: 'keg/{siteId}/gateways/{gatewayId}/status',
  schema: z.object({
    v: z.literal(1),
    takenAtMs: epochMs,
    /** What waits on its disk, of how much room; absent = nothing is the oldest. */
    backlog: z.object({ messages: count, bytes: count, maxBytes: count, oldestTakenAtMs: epochMs.optional() }),
    /** When the cloud has acknowledged something last; absent = nothing since its start. */
    lastAckedAtMs: epochMs.optional(),
    /**
     * What is lost, by kind of message: `shed` for want of room though it was taken in, `refused` for want of room before that, both since
     * its start, or `unsendable`, set aside on its disk since the cloud does not take it.
     */
    dropped: z.array(z.object({
      reason: z.enum(['shed', 'refused', 'unsendable']), kind: z.string().min(1).max(32).optional(), count: z.int().positive(),
    })).max(100),
    /** What is wrong with its disk, in a sentence; absent = nothing. */
    problem: z.string().max(500).optional(),
  }),
})

export type GatewayStatus = MessageValue<typeof gatewayStatus>
