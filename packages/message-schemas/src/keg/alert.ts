import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { envelope } from './envelope.ts'

/**
 * Something at the keg that somebody should know at once, and its end. Raised and cleared share an `alertId`.
 *
 * @example alert.topic.format({ siteId: 'berlin', kegId: 'keg-01' })  // 'keg/berlin/keg-01/alerts'
 */
export const alert = defineMessage({
  name: 'alert',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/alerts',
  schema: z.object({
    v: z.literal(1),
    ...envelope,
    alertId: z.string().min(1).max(64),
    kind: z.enum(['overTemperature', 'gasLow', 'meterStuck', 'kegEmpty', 'gatewayStalled', 'gatewayDisk']),
    event: z.enum(['raised', 'cleared']),
    /** What was measured, in the unit that `kind` implies: degrees Celsius, kilopascal. */
    value: z.number().optional(),
    limit: z.number().optional(),
    /** What was done about it on the spot. */
    reaction: z.enum(['valveClosed']).optional(),
    message: z.string().max(500),
  }),
})

export type Alert = MessageValue<typeof alert>
