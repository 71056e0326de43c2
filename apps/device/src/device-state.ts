import { partialSettings, pour } from '@keg/message-schemas/keg'
import type { Durable } from '@keg/uplink'
import { jsonFile } from '@keg/uplink/json-file'
import { join } from 'node:path'
import * as z from 'zod'
import { noticesFile, type NoticesState } from './notices.ts'
import type { OutboxState } from './outbox.ts'

/** The flow meter's file: its totaliser, in millilitres. */
const meterFile = z.int().nonnegative()

const outboxFile = z.object({
  reportedMl: z.int().nonnegative(),
  pending: z.array(z.object({ siteId: z.string(), pour: pour.schema })),
  pours: z.int().nonnegative(),
  duplicates: z.int().nonnegative(),
})

/** What was last applied, so that a closed valve stays closed when the keg starts without a line. */
const settingsFile = partialSettings

/** The files in a keg's folder. Those without a schema number are of the first program, which wrote the same values. */
export const kegFiles = (dataDir: string) => ({
  meter: jsonFile(join(dataDir, 'meter.json'), { schema: meterFile, version: 1 }) satisfies Durable<number>,
  outbox: jsonFile(join(dataDir, 'outbox.json'), { schema: outboxFile, version: 1 }) satisfies Durable<OutboxState>,
  notices: jsonFile(join(dataDir, 'notices.json'), { schema: noticesFile, version: 1 }) satisfies Durable<NoticesState>,
  settings: jsonFile(join(dataDir, 'settings.json'), { schema: settingsFile, version: 1 }),
})

export type KegFiles = ReturnType<typeof kegFiles>
