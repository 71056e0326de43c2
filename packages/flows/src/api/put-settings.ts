import { levelName, targetCelsius } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { ifMatch } from './if-match.ts'
import { kegPath } from './keg-path.ts'
import { apiRoute } from './route.ts'

/** What people may wish of a keg. */
export const wish = z.strictObject({ targetCelsius }).meta({ id: 'Wish' })

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
