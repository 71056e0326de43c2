import {
  CreateThingCommand, CreateThingTypeCommand, DeleteThingCommand, DeleteThingTypeCommand, DeprecateThingTypeCommand, DescribeThingCommand,
  DescribeThingTypeCommand, ListTagsForResourceCommand, ListThingsCommand, ListThingTypesCommand, UpdateThingCommand,
  UpdateThingTypeCommand,
} from '@aws-sdk/client-iot'
import { describe, expect, it } from 'vitest'
import { systemClock } from '@keg/mqtt-broker'
import { errorOf, invalid, missing, taken } from './error-of.ts'
import { useIot } from './start-iot.ts'

let laterMs = 0
const started = useIot({ clock: { ...systemClock, nowMs: () => systemClock.nowMs() + laterMs } })

const thingTypeArn = (name: string) => `arn:aws:iot:us-east-1:123456789012:thingtype/${name}`
const attributes = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, '1']))

describe('thing types', () => {
  const thingTypeProperties = {
    thingTypeDescription: 'a 30 l keg', searchableAttributes: ['siteId'],
    mqtt5Configuration: { propagatingAttributes: [{ userPropertyKey: 'site', thingAttribute: 'siteId' }] },
  }
  it('are created once, described and listed', async () => {
    const create = (searchableAttributes = ['siteId']) =>
      started.control.send(new CreateThingTypeCommand({
        thingTypeName: 'Keg', thingTypeProperties: { ...thingTypeProperties, searchableAttributes }, tags: [{ Key: 'a', Value: 'b' }],
      }))
    const created = await create()
    expect(created).toMatchObject({
      thingTypeName: 'Keg', thingTypeArn: thingTypeArn('Keg'), thingTypeId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect((await create()).thingTypeId).toBe(created.thingTypeId)
    expect(await errorOf(create(['size']))).toMatchObject(taken)
    expect(await started.control.send(new DescribeThingTypeCommand({ thingTypeName: 'Keg' }))).toMatchObject({
      thingTypeId: created.thingTypeId, thingTypeProperties, thingTypeMetadata: { deprecated: false, creationDate: expect.any(Date) },
    })
    await started.control.send(new CreateThingTypeCommand({ thingTypeName: 'Tap' }))
    expect((await started.control.send(new ListThingTypesCommand({}))).thingTypes?.map(({ thingTypeName }) => thingTypeName))
      .toEqual(['Keg', 'Tap'])
    expect((await started.control.send(new ListThingTypesCommand({ thingTypeName: 'Tap' }))).thingTypes).toMatchObject([
      { thingTypeName: 'Tap', thingTypeArn: thingTypeArn('Tap') },
    ])
    expect((await started.control.send(new ListTagsForResourceCommand({ resourceArn: thingTypeArn('Keg') }))).tags)
      .toEqual([{ Key: 'a', Value: 'b' }])
  })
  it('are updated: what is left out stays', async () => {
    await started.control.send(new UpdateThingTypeCommand({
      thingTypeName: 'Keg', thingTypeProperties: { thingTypeDescription: 'any keg' },
    }))
    expect((await started.control.send(new DescribeThingTypeCommand({ thingTypeName: 'Keg' }))).thingTypeProperties).toEqual({
      ...thingTypeProperties, thingTypeDescription: 'any keg',
    })
  })
  it('allow their things 50 attributes, and list them', async () => {
    await started.control.send(new CreateThingCommand({
      thingName: 'typed', thingTypeName: 'Keg', attributePayload: { attributes: attributes(50) },
    }))
    expect(await errorOf(started.control.send(new CreateThingCommand({
      thingName: 'fifty-one', thingTypeName: 'Keg', attributePayload: { attributes: attributes(51) },
    })))).toMatchObject(invalid)
    await started.control.send(new CreateThingCommand({ thingName: 'untyped' }))
    expect((await started.control.send(new ListThingsCommand({ thingTypeName: 'Keg' }))).things).toMatchObject([
      { thingName: 'typed', thingTypeName: 'Keg' },
    ])
    expect((await started.control.send(new DescribeThingCommand({ thingName: 'typed' }))).thingTypeName).toBe('Keg')
    expect(await errorOf(started.control.send(new UpdateThingCommand({ thingName: 'typed', removeThingType: true }))))
      .toMatchObject(invalid)
    await started.control.send(new UpdateThingCommand({
      thingName: 'typed', removeThingType: true, attributePayload: { attributes: { a: '1' } },
    }))
    expect(await started.control.send(new DescribeThingCommand({ thingName: 'typed' })))
      .toMatchObject({ attributes: { a: '1' }, version: 2 })
    expect(await errorOf(started.control.send(new CreateThingCommand({ thingName: 'other', thingTypeName: 'Nothing' }))))
      .toMatchObject(missing)
  })
  it('take no new things once deprecated, and can be deleted five minutes later', async () => {
    const remove = () => started.control.send(new DeleteThingTypeCommand({ thingTypeName: 'Keg' }))
    await started.control.send(new UpdateThingCommand({ thingName: 'untyped', thingTypeName: 'Keg' }))
    expect(await errorOf(remove())).toMatchObject(invalid)
    await started.control.send(new DeprecateThingTypeCommand({ thingTypeName: 'Keg' }))
    expect((await started.control.send(new DescribeThingTypeCommand({ thingTypeName: 'Keg' }))).thingTypeMetadata).toMatchObject({
      deprecated: true, deprecationDate: expect.any(Date),
    })
    expect(await errorOf(started.control.send(new UpdateThingCommand({ thingName: 'typed', thingTypeName: 'Keg' })))).toMatchObject(invalid)
    expect(await errorOf(remove())).toMatchObject({ ...invalid, message: expect.stringContaining('5 minutes') })
    laterMs += 5 * 60_000
    expect(await errorOf(remove())).toMatchObject({ ...invalid, message: expect.stringContaining('attached') })
    await started.control.send(new DeleteThingCommand({ thingName: 'untyped' }))
    await started.control.send(new DeprecateThingTypeCommand({ thingTypeName: 'Keg', undoDeprecate: true }))
    expect(await errorOf(remove())).toMatchObject(invalid)
    await started.control.send(new DeprecateThingTypeCommand({ thingTypeName: 'Keg' }))
    laterMs += 5 * 60_000
    await remove()
    expect(await errorOf(started.control.send(new DescribeThingTypeCommand({ thingTypeName: 'Keg' })))).toMatchObject(missing)
  })
  it.each([
    { what: 'four searchable attributes', properties: { searchableAttributes: ['a', 'b', 'c', 'd'] } },
    {
      what: 'an attribute that propagates nothing',
      properties: { mqtt5Configuration: { propagatingAttributes: [{ userPropertyKey: 'site' }] } },
    },
    { what: 'an attribute without a key', properties: { mqtt5Configuration: { propagatingAttributes: [{ thingAttribute: 'site' }] } } },
    {
      what: 'a bad connection attribute',
      properties: { mqtt5Configuration: { propagatingAttributes: [{ userPropertyKey: 'a', connectionAttribute: 'a b' }] } },
    },
  ])('are refused with $what', async ({ properties }) => {
    expect(await errorOf(started.control.send(new CreateThingTypeCommand({ thingTypeName: 'Bad', thingTypeProperties: properties }))))
      .toMatchObject(invalid)
  })
  it.each([
    ['describe', new DescribeThingTypeCommand({ thingTypeName: 'Nothing' })],
    ['update', new UpdateThingTypeCommand({ thingTypeName: 'Nothing' })],
    ['deprecate', new DeprecateThingTypeCommand({ thingTypeName: 'Nothing' })],
    ['delete', new DeleteThingTypeCommand({ thingTypeName: 'Nothing' })],
  ])('that are not there: %s', async (_what, command) => {
    expect(await errorOf(started.control.send(command as DescribeThingTypeCommand))).toMatchObject(missing)
  })
})
