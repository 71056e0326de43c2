import * as z from 'zod'

/**
 * What AWS publishes as a client connects, or goes, as far as rules read it. They can come twice, and in any order.
 *
 * @example presence.schema.parse({
 *   clientId: 'keg-01', eventType: 'connected', timestamp: 1_790_000_000_000, sessionIdentifier: 's-1', versionNumber: 0,
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 */
export const presence = {
  topic: '$aws/events/presence/+/+',
  schema: z.object({
    clientId: z.string(),
    eventType: z.enum(['connected', 'disconnected', 'connect_failed']),
    /** When it was, in milliseconds. */
    timestamp: z.int(),
    /** The connection; the event of its end has the same. */
    sessionIdentifier: z.string(),
    /** Counts a client's connections; begins again after an hour away. */
    versionNumber: z.int(),
    disconnectReason: z.string().optional(),
    clientInitiatedDisconnect: z.boolean().optional(),
  }),
} as const
