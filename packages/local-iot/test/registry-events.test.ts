import { describe, expect, it } from 'vitest'
import type { LocalIot } from '../src/index.ts'
import { startIot, until } from './start-iot.ts'

type Work = (iot: LocalIot) => Promise<unknown>

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const id = expect.any(String) as string
const common = { eventId: id, timestamp: expect.any(Number) as number, accountId: '123456789012' }
const thing = { eventType: 'THING_EVENT', ...common, thingId: id, thingName: 'k' }
const type = {
  eventType: 'THING_TYPE_EVENT', ...common, thingTypeId: id, thingTypeName: 't', isDeprecated: false, deprecationDate: null,
  searchableAttributes: ['model'], propagatingAttributes: [], description: 'a type',
}
const association = { eventType: 'THING_TYPE_ASSOCIATION_EVENT', ...common, thingId: id, thingName: 'k', thingTypeName: 't' }
const group = {
  eventType: 'THING_GROUP_EVENT', ...common, thingGroupId: id, thingGroupName: 'child', parentGroupName: 'parent', parentGroupId: id,
  description: null, rootToParentThingGroups: [{ groupArn: arn('thinggroup/parent'), groupId: id }], attributes: {},
  dynamicGroupMappingId: null,
}
const membership = {
  eventType: 'THING_GROUP_MEMBERSHIP_EVENT', ...common, groupArn: arn('thinggroup/child'), groupId: id, thingArn: arn('thing/k'), thingId: id,
  membershipId: expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
}
const hierarchy = {
  eventType: 'THING_GROUP_HIERARCHY_EVENT', ...common, thingGroupId: id, thingGroupName: 'parent', childGroupId: id, childGroupName: 'child',
}
const typed = (iot: LocalIot) => iot.call('CreateThingType', {
  thingTypeName: 't', thingTypeProperties: { thingTypeDescription: 'a type', searchableAttributes: ['model'] },
})
const nested = async (iot: LocalIot) => {
  await iot.call('CreateThingGroup', { thingGroupName: 'parent' })
  await iot.call('CreateThingGroup', { thingGroupName: 'child', parentGroupName: 'parent' })
}
const member = async (iot: LocalIot) => {
  await nested(iot)
  await iot.call('CreateThing', { thingName: 'k' })
  await iot.call('AddThingToThingGroup', { thingName: 'k', thingGroupName: 'child' })
}

// registry-events.html, an event a row: its type, what is there before, what is done, its topic and payload.
describe('each event of the registry', () => {
  it.each<[topic: string, type: string, before: Work, work: Work, body: object]>([
    [
      'thing/k/created', 'THING', () => Promise.resolve(),
      (iot) => iot.call('CreateThing', { thingName: 'k', attributePayload: { attributes: { site: 'bar' } } }),
      { ...thing, operation: 'CREATED', versionNumber: 1, thingTypeName: null, attributes: { site: 'bar' } },
    ],
    [
      'thing/k/updated', 'THING', (iot) => iot.call('CreateThing', { thingName: 'k' }),
      (iot) => iot.call('UpdateThing', { thingName: 'k', attributePayload: { attributes: { site: 'x' } } }),
      { ...thing, operation: 'UPDATED', versionNumber: 2, thingTypeName: null, attributes: { site: 'x' } },
    ],
    [
      'thing/k/deleted', 'THING', (iot) => iot.call('CreateThing', { thingName: 'k' }), (iot) => iot.call('DeleteThing', { thingName: 'k' }),
      { ...thing, operation: 'DELETED', versionNumber: 1, thingTypeName: null, attributes: {} },
    ],
    ['thingType/t/created', 'THING_TYPE', () => Promise.resolve(), typed, { ...type, operation: 'CREATED' }],
    [
      'thingType/t/updated', 'THING_TYPE', typed, (iot) => iot.call('DeprecateThingType', { thingTypeName: 't' }),
      { ...type, operation: 'UPDATED', isDeprecated: true, deprecationDate: expect.any(Number) as number },
    ],
    [
      'thingTypeAssociation/thing/k/thingType/t/added', 'THING_TYPE_ASSOCIATION', typed,
      (iot) => iot.call('CreateThing', { thingName: 'k', thingTypeName: 't' }), { ...association, operation: 'ADDED' },
    ],
    [
      'thingTypeAssociation/thing/k/thingType/t/removed', 'THING_TYPE_ASSOCIATION',
      async (iot) => [await typed(iot), await iot.call('CreateThing', { thingName: 'k', thingTypeName: 't' })],
      (iot) => iot.call('UpdateThing', { thingName: 'k', removeThingType: true }), { ...association, operation: 'REMOVED' },
    ],
    ['thingGroup/child/created', 'THING_GROUP', () => Promise.resolve(), nested, { ...group, operation: 'CREATED', versionNumber: 1 }],
    [
      'thingGroup/child/updated', 'THING_GROUP', nested,
      (iot) => iot.call('UpdateThingGroup', { thingGroupName: 'child', thingGroupProperties: { thingGroupDescription: 'new' } }),
      { ...group, operation: 'UPDATED', versionNumber: 2, description: 'new' },
    ],
    [
      'thingGroup/child/deleted', 'THING_GROUP', nested, (iot) => iot.call('DeleteThingGroup', { thingGroupName: 'child' }),
      { ...group, operation: 'DELETED', versionNumber: 1 },
    ],
    [
      'thingGroupMembership/thingGroup/child/thing/k/added', 'THING_GROUP_MEMBERSHIP', () => Promise.resolve(), member,
      { ...membership, operation: 'ADDED' },
    ],
    [
      'thingGroupMembership/thingGroup/child/thing/k/removed', 'THING_GROUP_MEMBERSHIP', member,
      (iot) => iot.call('DeleteThing', { thingName: 'k' }), { ...membership, operation: 'REMOVED' },
    ],
    [
      'thingGroupHierarchy/thingGroup/parent/childThingGroup/child/added', 'THING_GROUP_HIERARCHY', () => Promise.resolve(), nested,
      { ...hierarchy, operation: 'ADDED' },
    ],
    [
      'thingGroupHierarchy/thingGroup/parent/childThingGroup/child/removed', 'THING_GROUP_HIERARCHY', nested,
      (iot) => iot.call('DeleteThingGroup', { thingGroupName: 'child' }), { ...hierarchy, operation: 'REMOVED' },
    ],
  ])('%s', async (topic, eventType, before, work, body) => {
    await using started = await startIot()
    const { iot } = started
    await before(iot)
    await iot.call('UpdateEventConfigurations', { eventConfigurations: { [eventType]: { Enabled: true } } })
    const heard: unknown[] = []
    iot.subscribe(`$aws/events/${topic}`, ({ payload }) => heard.push(JSON.parse(Buffer.from(payload).toString())))
    await work(iot)
    await until(() => heard.length > 0)
    expect(heard).toEqual([body])
  })

  it('is told of a dynamic group\'s things, and of nothing that is not enabled', async () => {
    await using started = await startIot()
    const { iot } = started
    await iot.call('UpdateIndexingConfiguration', { thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY' } })
    await iot.call('UpdateEventConfigurations', { eventConfigurations: { THING_GROUP_MEMBERSHIP: { Enabled: true } } })
    const topics: string[] = []
    iot.subscribe('$aws/events/#', ({ topic }) => topics.push(topic))
    await iot.call('CreateDynamicThingGroup', { thingGroupName: 'all', queryString: 'thingName:*' })
    await iot.call('CreateThing', { thingName: 'k' })
    await until(() => topics.length > 0)
    expect(topics).toEqual(['$aws/events/thingGroupMembership/thingGroup/all/thing/k/added'])
  })
})
