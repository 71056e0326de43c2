import {
  AddThingToThingGroupCommand, AttachPolicyCommand, CreateDynamicThingGroupCommand, CreateJobCommand, CreateThingGroupCommand,
  DeleteDynamicThingGroupCommand, DeleteThingGroupCommand, DescribeThingGroupCommand, ListThingGroupsForThingCommand,
  ListThingsInThingGroupCommand, RemoveThingFromThingGroupCommand, UpdateDynamicThingGroupCommand, UpdateIndexingConfigurationCommand,
  UpdateThingGroupCommand, UpdateThingGroupsForThingCommand, type ThingIndexingConfiguration,
} from '@aws-sdk/client-iot'
import { UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import mqtt from 'mqtt'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing, outdated, taken } from './error-of.ts'
import { provision, startIot, until, useIot } from './start-iot.ts'

const started = useIot()

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const configure = (thingIndexingConfiguration: ThingIndexingConfiguration, { control } = started) =>
  control.send(new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration }))
const create = (thingGroupName: string, queryString: string, { control } = started) =>
  control.send(new CreateDynamicThingGroupCommand({ thingGroupName, queryString }))
const report = (thingName: string, reported: object, { data } = started) =>
  data.send(new UpdateThingShadowCommand({ thingName, payload: JSON.stringify({ state: { reported } }) }))
const thingsIn = async (thingGroupName: string, { control } = started) =>
  (await control.send(new ListThingsInThingGroupCommand({ thingGroupName }))).things ?? []

/** Resolves when the things of a group are these. */
const members = (thingGroupName: string, things: readonly string[], from = started): Promise<void> =>
  expect.poll(() => thingsIn(thingGroupName, from), { interval: 5, timeout: 5_000 }).toEqual(things)

const indexed: ThingIndexingConfiguration = { thingIndexingMode: 'REGISTRY_AND_SHADOW', thingConnectivityIndexingMode: 'STATUS' }

beforeAll(async () => {
  expect(await errorOf(create('early', 'thingName:k*'))).toMatchObject(missing)
  await configure(indexed)
  for (const thingName of ['k-1', 'k-2', 'k-3']) await started.iot.call('CreateThing', { thingName })
})

it('has the things that match its query, and follows shadows, connections and the registry', async () => {
  await report('k-1', { firmware: '1.2.3' })
  await create('old', 'shadow.reported.firmware:1.2*')
  await members('old', ['k-1'])
  await report('k-2', { firmware: '1.2.4' })
  await members('old', ['k-1', 'k-2'])
  await report('k-1', { firmware: '1.3.0' })
  await members('old', ['k-2'])
  expect((await started.control.send(new ListThingGroupsForThingCommand({ thingName: 'k-2' }))).thingGroups)
    .toEqual([{ groupName: 'old', groupArn: arn('thinggroup/old') }])
  await create('online', 'connectivity.connected:true AND thingName:live*')
  const { cert, key, ca } = await provision(started.iot, 'live-1')
  const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, { clientId: 'live-1', cert, key, ca, reconnectPeriod: 0 })
  await members('online', ['live-1'])
  await client.endAsync()
  await members('online', [])
  await started.iot.call('DeleteThing', { thingName: 'k-2' })
  await members('old', [])
  await started.iot.call('CreateThing', { thingName: 'k-2' })
})

it('is described with its query, and updated and deleted by operations of its own', async () => {
  await report('k-3', { celsius: 9 })
  const { thingGroupId } = await create('warm', 'shadow.reported.celsius>8')
  expect(await create('warm', 'shadow.reported.celsius>8')).toMatchObject({
    thingGroupId, thingGroupArn: arn('thinggroup/warm'), indexName: 'AWS_Things', queryVersion: '2017-09-30',
  })
  expect(await errorOf(create('warm', 'shadow.reported.celsius>9'))).toMatchObject(taken)
  await members('warm', ['k-3'])
  const describeGroup = () => started.control.send(new DescribeThingGroupCommand({ thingGroupName: 'warm' }))
  expect(await describeGroup()).toMatchObject({
    status: 'ACTIVE', indexName: 'AWS_Things', queryString: 'shadow.reported.celsius>8', queryVersion: '2017-09-30', version: 1,
  })
  const warmer = { thingGroupName: 'warm', queryString: 'shadow.reported.celsius>10', thingGroupProperties: {} }
  expect(await started.control.send(new UpdateDynamicThingGroupCommand(warmer))).toMatchObject({ version: 2 })
  await members('warm', [])
  await report('k-3', { celsius: 11 })
  await members('warm', ['k-3'])
  const thingGroupProperties = { thingGroupDescription: 'too warm' }
  const update = (expectedVersion: number) =>
    started.control.send(new UpdateDynamicThingGroupCommand({ thingGroupName: 'warm', thingGroupProperties, expectedVersion }))
  expect(await errorOf(update(1))).toMatchObject(outdated)
  await update(2)
  expect(await describeGroup()).toMatchObject({
    queryString: 'shadow.reported.celsius>10', thingGroupProperties: { thingGroupDescription: 'too warm' },
  })
  await started.control.send(new DeleteDynamicThingGroupCommand({ thingGroupName: 'warm' }))
  expect(await errorOf(describeGroup())).toMatchObject(missing)
  expect((await started.control.send(new ListThingGroupsForThingCommand({ thingName: 'k-3' }))).thingGroups).toEqual([])
})

it('drives a continuous job: who joins gets it, who leaves loses it', async () => {
  await create('stale', 'shadow.reported.build<7')
  const job = { jobId: 'build-7', targets: [arn('thinggroup/stale')], document: '{}', targetSelection: 'CONTINUOUS' as const }
  await started.control.send(new CreateJobCommand(job))
  const notified: unknown[] = []
  const stop = started.iot.subscribe('$aws/things/k-1/jobs/notify-next', ({ payload }) =>
    notified.push((JSON.parse(Buffer.from(payload).toString()) as { execution?: { jobId?: string } }).execution?.jobId))
  await report('k-1', { build: 6 })
  await until(() => notified.length === 1)
  await report('k-1', { build: 7 })
  await until(() => notified.length === 2)
  expect(notified).toEqual(['build-7', undefined])
  stop()
})

it('is not changed by a provisioning template that replaces the groups of a thing', async () => {
  await started.control.send(new CreateThingGroupCommand({ thingGroupName: 'provisioned' }))
  await started.iot.call('CreateThing', { thingName: 'p-1' })
  await create('templated', 'thingName:p-*')
  await members('templated', ['p-1'])
  const left: string[] = []
  await started.iot.call('UpdateEventConfigurations', { eventConfigurations: { THING_GROUP_MEMBERSHIP: { Enabled: true } } })
  const stop = started.iot.subscribe('$aws/events/thingGroupMembership/+/+/thing/p-1/removed', ({ topic }) => left.push(topic))
  const register = (group: string) => started.iot.call('RegisterThing', { templateBody: JSON.stringify({
    Resources: {
      thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: 'p-1', ThingGroups: [group] }, OverrideSettings: { ThingGroups: 'REPLACE' } },
    },
  }) })
  await register('provisioned')
  expect((await started.control.send(new ListThingGroupsForThingCommand({ thingName: 'p-1' }))).thingGroups?.map(({ groupName }) => groupName))
    .toEqual(['provisioned', 'templated'])
  await expect(register('templated')).rejects.toMatchObject({ name: 'ResourceRegistrationFailureException' })
  expect(left).toEqual([])
  stop()
})

it('looks at the groups alone that a thing was put into', async () => {
  await started.control.send(new CreateThingGroupCommand({ thingGroupName: 'bar' }))
  await create('outsiders', 'thingName:k* NOT thingGroupNames:*s')
  await create('others', 'thingName:k* NOT thingGroupNames:others')
  await members('others', ['k-1', 'k-2', 'k-3'])
  await members('outsiders', ['k-1', 'k-2', 'k-3'])
  for (const name of ['outsiders', 'others']) await started.control.send(new DeleteDynamicThingGroupCommand({ thingGroupName: name }))
})

it('gives older groups and, where asked, static groups the places that a thing has', async () => {
  await using full = await startIot()
  await configure({ thingIndexingMode: 'REGISTRY' }, full)
  await full.iot.call('CreateThing', { thingName: 'k' })
  const join = (thingGroupName: string, overrideDynamicGroups?: boolean) =>
    full.control.send(new AddThingToThingGroupCommand({ thingGroupName, thingName: 'k', overrideDynamicGroups }))
  for (let group = 0; group < 10; group++) await full.iot.call('CreateThingGroup', { thingGroupName: `s-${group}` })
  for (let group = 0; group < 8; group++) await join(`s-${group}`)
  await create('older', 'thingName:k', full)
  await create('newer', 'thingName:k', full)
  await members('newer', ['k'], full)
  await create('newest', 'thingName:k', full)
  await until(() => full.log.some(({ event }) => event === 'dynamic-group-failed'))
  expect(await thingsIn('newest', full)).toEqual([])
  expect(await errorOf(join('s-8'))).toMatchObject(invalid)
  await join('s-8', true)
  expect([await thingsIn('older', full), await thingsIn('newer', full)]).toEqual([['k'], []])
  const groups = { thingName: 'k', thingGroupsToAdd: ['s-9'], thingGroupsToRemove: [] }
  await full.control.send(new UpdateThingGroupsForThingCommand({ ...groups, overrideDynamicGroups: true }))
  expect(await thingsIn('older', full)).toEqual([])
})

describe('why a thing is in a group', () => {
  it('says each term with the thing\'s value', async () => {
    await report('k-2', { celsius: 9, door: 'open' })
    await create('attention', '(shadow.reported.celsius>8 OR attributes.site:x) NOT shadow.reported.door:closed')
    await members('attention', ['k-2', 'k-3'])
    expect(await started.iot.whyInGroup('attention', 'k-2')).toEqual({
      groupName: 'attention', thingName: 'k-2', isMember: true, because: 'the query is true',
      explanation: {
        query: '(shadow.reported.celsius>8 OR attributes.site:x) AND NOT shadow.reported.door:closed', result: true,
        parts: [
          {
            query: 'shadow.reported.celsius>8 OR attributes.site:x', result: true,
            parts: [
              { query: 'shadow.reported.celsius>8', result: true, values: [9] }, { query: 'attributes.site:x', result: false, values: [] },
            ],
          },
          {
            query: 'NOT shadow.reported.door:closed', result: true,
            parts: [{ query: 'shadow.reported.door:closed', result: false, values: ['open'] }],
          },
        ],
      },
    })
    expect(await started.iot.whyInGroup('attention', 'k-1')).toMatchObject({ isMember: false, because: 'the query is false' })
    expect(await started.iot.whyInGroup('bar', 'k-1')).toMatchObject({ because: 'the group is static, and the thing was not added to it' })
    await expect(started.iot.whyInGroup('nothing', 'k-1')).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

describe('what a dynamic group is refused', () => {
  const policyName = 'all'
  const thingGroupName = 'guarded'
  const thing = { thingName: 'k-1', thingGroupName }
  beforeAll(async () => {
    await create(thingGroupName, 'shadow.reported.celsius>100')
    const policyDocument = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]}'
    await started.iot.call('CreatePolicy', { policyName, policyDocument })
  })

  it.each<[what: string, command: () => Promise<unknown>, error: object]>([
    ['a thing', () => started.control.send(new AddThingToThingGroupCommand(thing)), invalid],
    ['removing a thing', () => started.control.send(new RemoveThingFromThingGroupCommand(thing)), invalid],
    [
      'a thing among others',
      () => started.control.send(new UpdateThingGroupsForThingCommand({ thingName: 'k-1', thingGroupsToAdd: [thingGroupName] })), invalid,
    ],
    ['a policy', () => started.control.send(new AttachPolicyCommand({ policyName, target: arn(`thinggroup/${thingGroupName}`) })), invalid],
    ['a child', () => started.control.send(new CreateThingGroupCommand({ thingGroupName: 'child', parentGroupName: thingGroupName })), invalid],
    ['UpdateThingGroup', () => started.control.send(new UpdateThingGroupCommand({ thingGroupName, thingGroupProperties: {} })), invalid],
    ['DeleteThingGroup', () => started.control.send(new DeleteThingGroupCommand({ thingGroupName })), invalid],
    ['the name of a static group', () => create('bar', 'thingName:k*'), taken],
    ['a query that is none', () => create('new', 'thingName:'), { name: 'InvalidQueryException', status: 400 }],
    ['a query for what is not indexed', () => create('new', 'deviceDefender.violationCount>1'), { name: 'InvalidQueryException', status: 400 }],
    [
      'another index',
      () => started.control.send(new CreateDynamicThingGroupCommand({ thingGroupName: 'new', queryString: '*', indexName: 'AWS_ThingGroups' })),
      invalid,
    ],
    ['losing its index', () => configure({ thingIndexingMode: 'OFF' }), invalid],
    ['losing the shadows that it looks at', () => configure({ thingIndexingMode: 'REGISTRY' }), invalid],
    [
      'UpdateDynamicThingGroup of a static one',
      () => started.control.send(new UpdateDynamicThingGroupCommand({ thingGroupName: 'bar', thingGroupProperties: {} })), invalid,
    ],
  ])('%s', async (_, command, error) => expect(await errorOf(command())).toMatchObject(error))
})

it('goes on after a restart, with what changed meanwhile', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'keg-groups-'))
  try {
    {
      await using first = await startIot({ dataDir })
      await configure(indexed, first)
      await first.iot.call('CreateThing', { thingName: 'k' })
      await create('cold', 'shadow.reported.celsius<2', first)
      await report('k', { celsius: 1 }, first)
    }
    await using second = await startIot({ dataDir })
    await members('cold', ['k'], second)
    await report('k', { celsius: 3 }, second)
    await members('cold', [], second)
  } finally {
    await rm(dataDir, { recursive: true })
  }
})
