import { epochMs, levelName, summary } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

const timeMs = z.coerce.number<number>().int().nonnegative().exactOptional()

/** What was measured from `fromMs` to just before `toMs`, and how many of the readings were taken while it poured, or cooled. */
const readingSlot = summary.schema.pick({ readings: true, celsius: true, kilopascal: true, pouring: true, cooling: true })
  .extend({ fromMs: epochMs, toMs: epochMs }).meta({ id: 'ReadingSlot' })

export const listReadingsRoute = apiRoute({
  method: 'GET',
  path: '/kegs/{kegId}/readings',
  handler: 'list-readings',
  grants: ['readReadings', 'readStore'],
  access: { does: 'reads', of: 'keg' },
  summary: 'What a keg measured, in slots of equal length, without the empty ones; of the last day where nothing else is asked for',
  params: kegPath,
  /** Both by the keg's clock; `toMs` is not in it, and is now where it is absent; `fromMs` is a day before it where it is absent. */
  query: z.object({ fromMs: timeMs, toMs: timeMs, points: z.coerce.number<number>().int().min(1).max(1_000).exactOptional() }),
  answer: { status: 200, schema: z.object({ kegId: levelName, fromMs: epochMs, toMs: epochMs, slots: z.array(readingSlot) }) },
  problems: [],
})
