import type { IotState } from '../../state/iot-state.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { MAX_GROUPS_OF_THING, withAncestors } from '../../state/thing-group-hierarchy.ts'

/**
 * Throws where a thing may not be in these groups at once: thing-groups.html#add-thing-to-group. With `overrideDynamicGroups` the dynamic
 * groups go that were made last; answers those.
 */
export function checkGroups(
  state: IotState, thingName: string, groupNames: readonly string[], overrideDynamicGroups = false,
): readonly string[] {
  const over = groupNames.length - MAX_GROUPS_OF_THING
  const order = [...state.thingGroups.keys()]
  const dynamic = groupNames.filter((groupName) => state.thingGroups.get(groupName)?.dynamic !== undefined)
  const leaving = over > 0 && overrideDynamicGroups ? dynamic.sort((a, b) => order.indexOf(b) - order.indexOf(a)).slice(0, over) : []
  if (over > leaving.length) throw invalidRequest(`Thing ${thingName} can be in at most ${MAX_GROUPS_OF_THING} thing groups`)
  const roots = groupNames.map((groupName) => withAncestors(state, groupName).at(-1)?.thingGroupName)
  if (new Set(roots).size < roots.length) {
    throw invalidRequest(`Thing ${thingName} cannot be in more than one thing group of the same hierarchy: ${groupNames.join(', ')}`)
  }
  return leaving
}
