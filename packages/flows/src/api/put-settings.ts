import { levelName, settings } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { ifMatch } from './if-match.ts'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

/** What people may wish of a keg: one setting at least. What is absent stays as it is. */
export const wish = z.strictObject({
  targetCelsius: settings.shape.targetCelsius.exactOptional(),
  valve: settings.shape.valve.exactOptional(),
  intervalSec: settings.shape.intervalSec.exactOptional(),
})
  .refine((wished) => Object.keys(wished).length > 0, 'expected one setting at least')
  .meta({ id: 'Wish', minProperties: 1 })

export type Wish = z.output<typeof wish>

export const putSettingsRoute = apiRoute({
  method: 'PUT',
  path: '/kegs/{kegId}/settings',
  handler: 'put-settings',
  grants: ['writeShadow', 'readRegistry'],
  access: { does: 'writes', of: 'keg' },
  summary: 'Wishes settings of a keg, whose shadow is at the version of If-Match; it has still to report them',
  params: kegPath,
  headers: ifMatch,
  body: wish,
  answer: { status: 202, schema: z.object({ kegId: levelName, version: z.int(), desired: wish }) },
  problems: ['not-found', 'precondition-required', 'precondition-failed'],
})
