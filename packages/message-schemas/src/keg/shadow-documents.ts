import * as z from 'zod'
import { partialSettings, settingTimes } from './settings.ts'

/**
 * What AWS publishes on `$aws/things/{thing}/shadow/update/documents` for a keg, as far as rules read it.
 *
 * @example shadowDocuments.schema.parse({ current: { state: { desired: { valve: 'open' } }, version: 2 }, timestamp: 1_790_000_000 })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-mqtt.html#update-documents-pub-sub-topic
 */
export const shadowDocuments = {
  topic: '$aws/things/+/shadow/update/documents',
  schema: z.object({
    previous: z.object({ state: z.object({ desired: partialSettings.optional() }).optional() }).optional(),
    current: z.object({
      state: z.object({ desired: partialSettings.optional(), reported: partialSettings.optional() }),
      metadata: z.object({ desired: settingTimes.optional() }).optional(),
      version: z.int(),
    }),
    timestamp: z.int(),
    clientToken: z.string().optional(),
  }),
} as const
