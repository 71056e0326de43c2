import {
  AddThingToBillingGroupCommand, AddThingToThingGroupCommand, CreateBillingGroupCommand, CreateThingCommand, CreateThingGroupCommand,
  DeleteBillingGroupCommand, DeleteThingCommand, DeleteThingGroupCommand, DescribeBillingGroupCommand, DescribeThingCommand,
  DescribeThingGroupCommand, ListBillingGroupsCommand, ListThingGroupsCommand, ListThingGroupsForThingCommand,
  ListThingsInBillingGroupCommand, ListThingsInThingGroupCommand, RemoveThingFromBillingGroupCommand, RemoveThingFromThingGroupCommand,
  UpdateBillingGroupCommand, UpdateThingGroupCommand, UpdateThingGroupsForThingCommand, type ListThingGroupsCommandInput,
} from '@aws-sdk/client-iot'
import { describe, expect, it } from 'vitest'
import { errorOf, invalid, missing, outdated, taken } from './error-of.ts'
import { useIot } from './start-iot.ts'

const started = useIot()

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const create = (thingGroupName: string, parentGroupName?: string) =>
  started.control.send(new CreateThingGroupCommand({ thingGroupName, parentGroupName }))
const list = async (input: ListThingGroupsCommandInput) =>
  (await started.control.send(new ListThingGroupsCommand(input))).thingGroups?.map(({ groupName }) => groupName)
const groupsOf = async (thingName: string) =>
  (await started.control.send(new ListThingGroupsForThingCommand({ thingName }))).thingGroups?.map(({ groupName }) => groupName)

describe('thing groups', () => {
  it('form a hierarchy', async () => {
    const created = await create('world')
    expect(created).toMatchObject({ thingGroupName: 'world', thingGroupArn: arn('thinggroup/world'), thingGroupId: expect.any(String) })
    expect((await create('world')).thingGroupId).toBe(created.thingGroupId)
    await create('europe', 'world')
    await create('berlin', 'europe')
    await create('asia', 'world')
    expect(await started.control.send(new DescribeThingGroupCommand({ thingGroupName: 'berlin' }))).toMatchObject({
      version: 1, thingGroupArn: arn('thinggroup/berlin'),
      thingGroupMetadata: {
        parentGroupName: 'europe', creationDate: expect.any(Date),
        rootToParentThingGroups: [
          { groupName: 'world', groupArn: arn('thinggroup/world') }, { groupName: 'europe', groupArn: arn('thinggroup/europe') },
        ],
      },
    })
    expect(await errorOf(create('berlin', 'asia'))).toMatchObject(taken)
    expect(await errorOf(create('paris', 'nowhere'))).toMatchObject(invalid)
  })
  it('are at most seven levels deep', async () => {
    for (const level of [3, 4, 5, 6]) await create(`level-${level}`, level === 3 ? 'berlin' : `level-${level - 1}`)
    expect(await errorOf(create('level-7', 'level-6'))).toMatchObject(invalid)
    for (const level of [6, 5, 4, 3]) await started.control.send(new DeleteThingGroupCommand({ thingGroupName: `level-${level}` }))
  })
  it.each([
    { input: {}, groups: ['asia', 'berlin', 'europe', 'world'] },
    { input: { recursive: false }, groups: ['world'] },
    { input: { parentGroup: 'world' }, groups: ['asia', 'berlin', 'europe'] },
    { input: { parentGroup: 'world', recursive: false }, groups: ['asia', 'europe'] },
    { input: { namePrefixFilter: 'e' }, groups: ['europe'] },
    { input: { maxResults: 2 }, groups: ['asia', 'berlin'] },
  ])('are listed by $input', async ({ input, groups }) => {
    expect(await list(input)).toEqual(groups)
  })
  it('are updated by version', async () => {
    const update = (attributes: Record<string, string>, expectedVersion?: number) =>
      started.control.send(new UpdateThingGroupCommand({
        thingGroupName: 'asia', expectedVersion,
        thingGroupProperties: { thingGroupDescription: 'far', attributePayload: { attributes, merge: true } },
      }))
    expect(await update({ a: '1' }, 1)).toMatchObject({ version: 2 })
    expect(await errorOf(update({ a: '1' }, 1))).toMatchObject(outdated)
    await update({ b: '2' })
    expect((await started.control.send(new DescribeThingGroupCommand({ thingGroupName: 'asia' }))).thingGroupProperties).toEqual({
      thingGroupDescription: 'far', attributePayload: { attributes: { a: '1', b: '2' } },
    })
    expect(await errorOf(update(Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`x${at}`, '1']))))).toMatchObject(invalid)
  })
  it('hold things, one group of a hierarchy each', async () => {
    await started.control.send(new CreateThingCommand({ thingName: 'keg-1' }))
    await started.control.send(new AddThingToThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'berlin' }))
    await started.control.send(new AddThingToThingGroupCommand({ thingArn: arn('thing/keg-1'), thingGroupArn: arn('thinggroup/berlin') }))
    expect(await errorOf(started.control.send(new AddThingToThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'asia' }))))
      .toMatchObject(invalid)
    await create('blue')
    await started.control.send(new AddThingToThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'blue' }))
    expect(await groupsOf('keg-1')).toEqual(['berlin', 'blue'])
    expect((await started.control.send(new ListThingsInThingGroupCommand({ thingGroupName: 'world' }))).things).toEqual([])
    expect((await started.control.send(new ListThingsInThingGroupCommand({ thingGroupName: 'world', recursive: true }))).things)
      .toEqual(['keg-1'])
    await started.control.send(new UpdateThingGroupsForThingCommand({
      thingName: 'keg-1', thingGroupsToRemove: ['berlin'], thingGroupsToAdd: ['asia'],
    }))
    expect(await groupsOf('keg-1')).toEqual(['asia', 'blue'])
    await started.control.send(new RemoveThingFromThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'blue' }))
    await started.control.send(new RemoveThingFromThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'blue' }))
    expect(await groupsOf('keg-1')).toEqual(['asia'])
  })
  it('are ten at most for a thing', async () => {
    const names = Array.from({ length: 11 }, (_, at) => `ten-${at}`)
    for (const name of names) await create(name)
    await started.control.send(new CreateThingCommand({ thingName: 'busy' }))
    await started.control.send(new UpdateThingGroupsForThingCommand({ thingName: 'busy', thingGroupsToAdd: names.slice(0, 10) }))
    expect(await errorOf(started.control.send(new AddThingToThingGroupCommand({ thingName: 'busy', thingGroupName: 'ten-10' }))))
      .toMatchObject(invalid)
    await started.control.send(new DeleteThingCommand({ thingName: 'busy' }))
    expect((await started.control.send(new ListThingsInThingGroupCommand({ thingGroupName: 'ten-0' }))).things).toEqual([])
  })
  it('are deleted when they have no children', async () => {
    const remove = (thingGroupName: string, expectedVersion?: number) =>
      started.control.send(new DeleteThingGroupCommand({ thingGroupName, expectedVersion }))
    expect(await errorOf(remove('europe'))).toMatchObject(invalid)
    expect(await errorOf(remove('asia', 9))).toMatchObject(outdated)
    await remove('asia')
    await remove('asia')
    expect(await groupsOf('keg-1')).toEqual([])
    expect(await errorOf(started.control.send(new DescribeThingGroupCommand({ thingGroupName: 'asia' })))).toMatchObject(missing)
  })
  it.each([
    { what: 'no group', input: { thingName: 'keg-1' }, error: invalid },
    { what: 'no thing', input: { thingGroupName: 'world' }, error: invalid },
    { what: 'a group that is not there', input: { thingName: 'keg-1', thingGroupName: 'nowhere' }, error: missing },
    { what: 'a thing that is not there', input: { thingName: 'nobody', thingGroupName: 'world' }, error: missing },
    {
      what: 'name and ARN that differ', input: { thingName: 'keg-1', thingGroupName: 'world', thingGroupArn: arn('thinggroup/europe') },
      error: invalid,
    },
    { what: 'an ARN of something else', input: { thingName: 'keg-1', thingGroupArn: arn('thing/europe') }, error: invalid },
  ])('are given no thing by a request with $what', async ({ input, error }) => {
    expect(await errorOf(started.control.send(new AddThingToThingGroupCommand(input)))).toMatchObject(error)
  })
  it.each([
    { what: 'no thing', input: {}, error: invalid },
    { what: 'a thing that is not there', input: { thingName: 'nobody' }, error: missing },
    {
      what: 'a group that is not there', input: { thingName: 'keg-1', thingGroupsToAdd: ['world'], thingGroupsToRemove: ['nowhere'] },
      error: missing,
    },
    { what: 'two groups of a hierarchy', input: { thingName: 'keg-1', thingGroupsToAdd: ['world', 'europe'] }, error: invalid },
  ])('are left as they are by an update with $what', async ({ input, error }) => {
    expect(await errorOf(started.control.send(new UpdateThingGroupsForThingCommand(input)))).toMatchObject(error)
    expect(await groupsOf('keg-1')).toEqual([])
  })
})

describe('billing groups', () => {
  it('are created, updated, listed and deleted; a thing has one', async () => {
    await started.control.send(new CreateBillingGroupCommand({
      billingGroupName: 'bars', billingGroupProperties: { billingGroupDescription: 'all' },
    }))
    expect(await errorOf(started.control.send(new CreateBillingGroupCommand({ billingGroupName: 'bars' })))).toMatchObject(taken)
    await started.control.send(new CreateBillingGroupCommand({ billingGroupName: 'clubs' }))
    expect((await started.control.send(new ListBillingGroupsCommand({ namePrefixFilter: 'b' }))).billingGroups).toEqual([
      { groupName: 'bars', groupArn: arn('billinggroup/bars') },
    ])
    await started.control.send(new CreateThingCommand({ thingName: 'billed', billingGroupName: 'bars' }))
    expect((await started.control.send(new ListThingsInBillingGroupCommand({ billingGroupName: 'bars' }))).things).toEqual(['billed'])
    await started.control.send(new AddThingToBillingGroupCommand({ thingName: 'billed', billingGroupArn: arn('billinggroup/clubs') }))
    expect((await started.control.send(new DescribeThingCommand({ thingName: 'billed' }))).billingGroupName).toBe('clubs')
    await started.control.send(new RemoveThingFromBillingGroupCommand({ thingName: 'billed', billingGroupName: 'clubs' }))
    expect((await started.control.send(new DescribeThingCommand({ thingName: 'billed' }))).billingGroupName).toBeUndefined()
    expect(await started.control.send(new UpdateBillingGroupCommand({
      billingGroupName: 'bars', billingGroupProperties: { billingGroupDescription: 'some' }, expectedVersion: 1,
    }))).toMatchObject({ version: 2 })
    expect(await started.control.send(new DescribeBillingGroupCommand({ billingGroupName: 'bars' }))).toMatchObject({
      version: 2, billingGroupProperties: { billingGroupDescription: 'some' },
    })
    expect(await errorOf(started.control.send(new DeleteBillingGroupCommand({ billingGroupName: 'bars', expectedVersion: 1 }))))
      .toMatchObject(outdated)
    await started.control.send(new DeleteBillingGroupCommand({ billingGroupName: 'bars' }))
    expect(await errorOf(started.control.send(new DescribeBillingGroupCommand({ billingGroupName: 'bars' })))).toMatchObject(missing)
    expect(await errorOf(started.control.send(new CreateThingCommand({ thingName: 'unbilled', billingGroupName: 'bars' }))))
      .toMatchObject(missing)
  })
})
