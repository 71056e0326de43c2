import type { IotState } from '../../state/iot-state.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { withAncestors } from '../../state/thing-group-hierarchy.ts'

/** The most groups of a thing (AWS IoT Device Management quotas). */
const MAX_GROUPS = 10

/** Throws where a thing may not be in these groups at once: thing-groups.html#add-thing-to-group */
export function checkGroups(state: IotState, thingName: string, groupNames: readonly string[]): void {
  if (groupNames.length > MAX_GROUPS) throw invalidRequest(`Thing ${thingName} can be in at most ${MAX_GROUPS} thing groups`)
  const roots = groupNames.map((groupName) => withAncestors(state, groupName).at(-1)?.thingGroupName)
  if (new Set(roots).size < roots.length) {
    throw invalidRequest(`Thing ${thingName} cannot be in more than one thing group of the same hierarchy: ${groupNames.join(', ')}`)
  }
}
