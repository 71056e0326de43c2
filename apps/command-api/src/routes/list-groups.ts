import { listGroupsRoute, type DynamicGroup } from '@keg/flows/routes'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { ThingGroups } from '../ports.ts'
import { eachOf } from '../writers/each-of.ts'

const DEFAULT_LIMIT = 25
/** Groups asked for at once. */
const AT_ONCE = 5

/** `GET /groups`: the dynamic thing groups among those of a page. */
export const listGroups = ({ groups, gate }: { groups: ThingGroups } & Gated) =>
  answerRoute(listGroupsRoute, gate, async ({ query: { limit = DEFAULT_LIMIT, ...page } }) => {
    const { items: names, ...rest } = await groups.names({ limit, ...page })
    const found = new Map<string, DynamicGroup | undefined>()
    await eachOf(names, AT_ONCE, async (name) => void found.set(name, await groups.dynamic(name)))
    return { ...rest, items: names.flatMap((name) => found.get(name) ?? []) }
  })
