import { createHash } from 'node:crypto'
import type { IotState, Thing, ThingGroup, ThingType } from '../state/iot-state.ts'
import type { TableChange } from '../state/observed-tables.ts'
import { withAncestors } from '../state/thing-group-hierarchy.ts'

/** One message: its topic from behind `$aws/events/`, and what its body has beside the members of all. */
export interface RegistryEvent {
  readonly type: string
  readonly topic: string
  readonly body: object
}

type Operation = 'CREATED' | 'UPDATED' | 'DELETED'

const operationOf = ({ before, after }: TableChange<unknown>): Operation =>
  (before === undefined ? 'CREATED' : after === undefined ? 'DELETED' : 'UPDATED')

/** A thing itself, and the type that it has or has no more. */
export function thingEvents(change: TableChange<Thing>): RegistryEvent[] {
  const { key: thingName, before, after } = change
  const thing = after ?? before
  if (thing === undefined) return []
  const operation = operationOf(change)
  const { thingId, thingTypeName, attributes, version } = thing
  const body = { operation, thingId, thingName, versionNumber: version, thingTypeName: thingTypeName ?? null, attributes }
  const own = { type: 'THING', topic: `thing/${thingName}/${operation.toLowerCase()}`, body }
  // A billing group is no part of what the event says.
  const isTold = before?.version !== after?.version
  return [...(isTold ? [own] : []), ...typeAssociations(thing, before?.thingTypeName, after?.thingTypeName)]
}

function typeAssociations({ thingName, thingId }: Thing, before: string | undefined, after: string | undefined): RegistryEvent[] {
  if (before === after) return []
  const event = (operation: 'ADDED' | 'REMOVED', thingTypeName: string): RegistryEvent => ({
    type: 'THING_TYPE_ASSOCIATION',
    topic: `thingTypeAssociation/thing/${thingName}/thingType/${thingTypeName}/${operation.toLowerCase()}`,
    body: { operation, thingId, thingName, thingTypeName },
  })
  return [...(before === undefined ? [] : [event('REMOVED', before)]), ...(after === undefined ? [] : [event('ADDED', after)])]
}

export function thingTypeEvents(change: TableChange<ThingType>): RegistryEvent[] {
  const type = change.after ?? change.before
  if (type === undefined) return []
  const operation = operationOf(change)
  const { thingTypeName, thingTypeId, properties, deprecatedAtMs } = type
  const body = {
    operation, thingTypeId, thingTypeName, isDeprecated: deprecatedAtMs !== undefined, deprecationDate: deprecatedAtMs ?? null,
    searchableAttributes: properties.searchableAttributes ?? [],
    propagatingAttributes: properties.mqtt5Configuration?.propagatingAttributes ?? [],
    description: properties.thingTypeDescription ?? '',
  }
  return [{ type: 'THING_TYPE', topic: `thingType/${thingTypeName}/${operation.toLowerCase()}`, body }]
}

/** A thing group itself, and that it came to its parent or left it. */
export function groupEvents(state: IotState, change: TableChange<ThingGroup>): RegistryEvent[] {
  const group = change.after ?? change.before
  if (group === undefined) return []
  const operation = operationOf(change)
  const { thingGroupId, thingGroupName, version, parentGroupName, description, attributes, dynamic } = group
  const [parent, ...more] = parentGroupName === undefined ? [] : withAncestors(state, parentGroupName)
  const ancestors = (parent === undefined ? [] : [parent, ...more]).toReversed()
  const body = {
    operation, thingGroupId, thingGroupName, versionNumber: version, parentGroupName: parentGroupName ?? null,
    parentGroupId: parent?.thingGroupId ?? null, description: description ?? null,
    rootToParentThingGroups: ancestors.map((one) => ({ groupArn: groupArn(state, one.thingGroupName), groupId: one.thingGroupId })),
    attributes, dynamicGroupMappingId: dynamic === undefined ? null : relationId(thingGroupId, dynamic.indexName),
  }
  const own = { type: 'THING_GROUP', topic: `thingGroup/${thingGroupName}/${operation.toLowerCase()}`, body }
  if (parent === undefined || operation === 'UPDATED') return [own]
  const moved = operation === 'CREATED' ? 'ADDED' : 'REMOVED'
  const topic = `thingGroupHierarchy/thingGroup/${parent.thingGroupName}/childThingGroup/${thingGroupName}/${moved.toLowerCase()}`
  return [own, {
    type: 'THING_GROUP_HIERARCHY', topic,
    body: {
      operation: moved, thingGroupId: parent.thingGroupId, thingGroupName: parent.thingGroupName, childGroupId: thingGroupId,
      childGroupName: thingGroupName,
    },
  }]
}

/** The groups that a thing came to and left. */
export function membershipEvents(state: IotState, change: TableChange<readonly string[]>): RegistryEvent[] {
  const { key: thingName, before = [], after = [] } = change
  const thingId = state.things.get(thingName)?.thingId
  const event = (operation: 'ADDED' | 'REMOVED') => (groupName: string): RegistryEvent => {
    const groupId = state.thingGroups.get(groupName)?.thingGroupId
    return {
      type: 'THING_GROUP_MEMBERSHIP', topic: `thingGroupMembership/thingGroup/${groupName}/thing/${thingName}/${operation.toLowerCase()}`,
      body: {
        operation, groupArn: groupArn(state, groupName), groupId, thingArn: state.arn(`thing/${thingName}`), thingId,
        membershipId: relationId(String(groupId), String(thingId)),
      },
    }
  }
  return [
    ...before.filter((groupName) => !after.includes(groupName)).map(event('REMOVED')),
    ...after.filter((groupName) => !before.includes(groupName)).map(event('ADDED')),
  ]
}

const groupArn = (state: IotState, groupName: string) => state.arn(`thinggroup/${groupName}`)

/** The same for the same two, in the form of a UUID: nothing of a relation has to be kept. */
const relationId = (one: string, other: string): string =>
  createHash('sha256').update(`${one} ${other}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
