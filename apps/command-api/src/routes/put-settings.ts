import { putSettingsRoute } from '@keg/flows/routes'
import { answerRoute } from '../http/route.ts'
import type { KegRegistry, KegShadows } from '../ports.ts'

/** `PUT /kegs/{kegId}/settings`: wishes settings of a keg. Answers 202 with the shadow's version: the keg has still to report. */
export const putSettings = ({ shadows, registry }: { shadows: KegShadows; registry: KegRegistry }) =>
  answerRoute(putSettingsRoute, async ({ params: { kegId }, body: desired }, refuse) => {
    if (!(await registry.has(kegId))) throw refuse('not-found', `There is no keg ${kegId}.`)
    const { version } = await shadows.setDesired(kegId, desired)
    return { kegId, version, desired }
  })
