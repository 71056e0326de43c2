import type { IotState } from '../../state/iot-state.ts'
import type { SecurityProfile } from '../../state/device-defender.ts'
import { withAncestors } from '../../state/thing-group-hierarchy.ts'

type Known = Pick<IotState, 'things' | 'thingGroups' | 'attachments' | 'arn'>

/** Where a profile holds beside thing groups. */
const EVERYWHERE = ['all/things', 'all/registered-things', 'all/unregistered-things'] as const

/** What a target's ARN says: the group, or one of the three sets of things; `undefined` for any other ARN. */
export function readTarget(state: Pick<IotState, 'arn'>, arn: string): { readonly groupName: string } | { readonly all: string } | undefined {
  const all = EVERYWHERE.find((set) => arn === state.arn(set))
  if (all !== undefined) return { all }
  const prefix = state.arn('thinggroup/')
  return arn.startsWith(prefix) ? { groupName: arn.slice(prefix.length) } : undefined
}

/** The ARNs by which a profile may hold for a thing: its groups, those above them, and the sets that it is in. */
export function targetsOf(state: Known, thingName: string): ReadonlySet<string> {
  const groups = state.attachments.groupsOf(thingName).flatMap((name) => withAncestors(state, name))
  return new Set([
    state.arn('all/things'), state.arn(state.things.has(thingName) ? 'all/registered-things' : 'all/unregistered-things'),
    ...groups.map(({ thingGroupName }) => state.arn(`thinggroup/${thingGroupName}`)),
  ])
}

export const holdsFor = (profile: SecurityProfile, targets: ReadonlySet<string>): boolean => profile.targets.some((arn) => targets.has(arn))
