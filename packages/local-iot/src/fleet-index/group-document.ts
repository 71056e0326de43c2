import type { IotState } from '../state/iot-state.ts'
import { withAncestors } from '../state/thing-group-hierarchy.ts'
import { registryValue, type IndexedDocument, type IndexedValue } from './document/indexed-document.ts'

/** The document of a thing group; `undefined` for one that is not there. */
export function groupDocument(groupName: string, state: Pick<IotState, 'thingGroups'>): IndexedDocument | undefined {
  const group = state.thingGroups.get(groupName)
  if (group === undefined) return undefined
  const { thingGroupId, description, attributes, version } = group
  const parents = parentNames(groupName, state)
  const fields = new Map<string, readonly IndexedValue[]>([
    ['thingGroupName', [registryValue(groupName)]],
    // example-thinggroup-queries.html calls it so.
    ['thingGroupNames', [registryValue(groupName)]],
    ['thingGroupId', [registryValue(thingGroupId)]],
    ...(description === undefined ? [] : [['description', [registryValue(description)]] as const]),
    ...(parents.length === 0 ? [] : [['parentGroupNames', parents.map(registryValue)] as const]),
    ...Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, [registryValue(value)]] as const),
  ])
  return { name: groupName, fields, versions: new Map([['version', version]]), points: new Map() }
}

/** A thing group as SearchIndex answers it. */
export function groupAnswer(groupName: string, state: Pick<IotState, 'thingGroups'>) {
  const group = state.thingGroups.get(groupName)
  const parents = parentNames(groupName, state)
  return {
    thingGroupName: groupName, thingGroupId: group?.thingGroupId, thingGroupDescription: group?.description,
    attributes: group === undefined || Object.keys(group.attributes).length === 0 ? undefined : group.attributes,
    parentGroupNames: parents.length === 0 ? undefined : parents,
  }
}

const parentNames = (groupName: string, state: Pick<IotState, 'thingGroups'>): string[] =>
  withAncestors(state, groupName).slice(1).map(({ thingGroupName }) => thingGroupName)
