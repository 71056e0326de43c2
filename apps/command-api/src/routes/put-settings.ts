import { putSettingsRoute } from '@keg/flows/routes'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import type { KegRegistry, KegShadows } from '../ports.ts'

/**
 * `PUT /kegs/{kegId}/settings`: wishes settings of a keg whose shadow is at the version of `If-Match`. Answers 202 with the new version:
 * the keg has still to report. 412 where the shadow is at another.
 */
export const putSettings = ({ shadows, registry, gate }: { shadows: KegShadows; registry: KegRegistry } & KegGated) =>
  answerRoute(putSettingsRoute, gate, async ({ params: { kegId }, headers, body: desired }, refuse) => {
    if (!(await registry.has(kegId))) throw refuse('not-found', `There is no keg ${kegId}.`)
    const ifVersion = headers['if-match']
    const wished = await shadows.setDesired(kegId, desired, ifVersion)
    if (wished === undefined) throw refuse('precondition-failed', `The settings of ${kegId} are not at version ${ifVersion} any more.`)
    return { kegId, version: wished.version, desired }
  })
