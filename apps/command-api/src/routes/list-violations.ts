import { listViolationsRoute } from '@keg/flows/routes'
import { levelName } from '@keg/message-schemas/keg'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { KegRegistry, KegViolations } from '../ports.ts'
import { eachOf } from '../writers/each-of.ts'

/** Kegs asked for at once. */
const AT_ONCE = 5

/** What is asked for violations. */
export interface ListViolations extends Gated {
  readonly violations: KegViolations
  readonly registry: Pick<KegRegistry, 'siteOf'>
}

/** `GET /violations`: how kegs are not as they are expected, now, and where each is. */
export const listViolations = ({ violations, registry, gate }: ListViolations) =>
  answerRoute(listViolationsRoute, gate, async ({ query }) => {
    const { items, ...rest } = await violations.active(query)
    const ofKegs = items.filter(({ thingName }) => isName(thingName))
    const sites = new Map<string, string | undefined>()
    await eachOf(new Set(ofKegs.map(({ thingName }) => thingName)), AT_ONCE, async (kegId) =>
      void sites.set(kegId, await registry.siteOf(kegId)))
    return {
      ...rest,
      items: ofKegs.map(({ thingName: kegId, ...violation }) => {
        const siteId = sites.get(kegId)
        return { ...violation, kegId, ...(isName(siteId) ? { siteId } : {}) }
      }),
    }
  })

const isName = (text: string | undefined): text is string => levelName.safeParse(text).success
