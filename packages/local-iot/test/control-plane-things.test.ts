import {
  CreateThingCommand, DeleteThingCommand, DescribeThingCommand, ListThingsCommand, UpdateThingCommand,
} from '@aws-sdk/client-iot'
import { describe, expect, it } from 'vitest'
import { errorOf } from './error-of.ts'
import { useIot } from './start-iot.ts'

const started = useIot()

describe('things', () => {
  it('are created, described, updated and deleted', async () => {
    const created = await started.control.send(new CreateThingCommand({
      thingName: 'keg-1', attributePayload: { attributes: { siteId: 'berlin', size: '30l' } },
    }))
    expect(created).toMatchObject({ thingName: 'keg-1', thingArn: 'arn:aws:iot:us-east-1:123456789012:thing/keg-1' })
    await started.control.send(new UpdateThingCommand({
      thingName: 'keg-1', attributePayload: { attributes: { siteId: 'munich', size: '' }, merge: true }, expectedVersion: 1,
    }))
    expect(await started.control.send(new DescribeThingCommand({ thingName: 'keg-1' }))).toMatchObject({
      attributes: { siteId: 'munich' }, version: 2, defaultClientId: 'keg-1',
    })
    expect(await errorOf(started.control.send(new UpdateThingCommand({ thingName: 'keg-1', expectedVersion: 1 })))).toMatchObject({
      name: 'VersionConflictException', status: 409,
    })
    await started.control.send(new DeleteThingCommand({ thingName: 'keg-1' }))
    await started.control.send(new DeleteThingCommand({ thingName: 'keg-1' }))
    expect(await errorOf(started.control.send(new DescribeThingCommand({ thingName: 'keg-1' })))).toMatchObject({
      name: 'ResourceNotFoundException', status: 404,
    })
  })
  it('are made once: the same again is fine, another configuration is not', async () => {
    const create = (siteId: string) =>
      started.control.send(new CreateThingCommand({ thingName: 'twice', attributePayload: { attributes: { siteId } } }))
    expect((await create('berlin')).thingId).toBe((await create('berlin')).thingId)
    expect(await errorOf(create('munich'))).toMatchObject({ name: 'ResourceAlreadyExistsException', status: 409 })
  })
  it('are listed in pages and by attribute', async () => {
    for (const at of [1, 2, 3, 4, 5]) {
      await started.control.send(new CreateThingCommand({
        thingName: `listed-${at}`, attributePayload: { attributes: { parity: at % 2 ? 'odd' : 'even' } },
      }))
    }
    const odd = await started.control.send(new ListThingsCommand({ attributeName: 'parity', attributeValue: 'odd', maxResults: 2 }))
    expect(odd.things?.map(({ thingName }) => thingName)).toEqual(['listed-1', 'listed-3'])
    const rest = await started.control.send(new ListThingsCommand({
      attributeName: 'parity', attributeValue: 'odd', maxResults: 2, nextToken: odd.nextToken,
    }))
    expect([rest.things?.map(({ thingName }) => thingName), rest.nextToken]).toEqual([['listed-5'], undefined])
  })
  it.each([
    { what: 'a bad name', input: { thingName: 'a b' }, message: "1 validation error detected: Value 'a b' at 'thingName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9:_-]+" },
    { what: 'a long name', input: { thingName: 'x'.repeat(129) }, message: expect.stringContaining('length less than or equal to 128') },
    {
      what: 'four attributes',
      input: { thingName: 'a', attributePayload: { attributes: { a: '1', b: '2', c: '3', d: '4' } } },
      message: expect.stringContaining('maximum of 3'),
    },
    {
      what: 'a bad attribute', input: { thingName: 'a', attributePayload: { attributes: { a: 'ü' } } },
      message: expect.stringContaining('attributePayload.attributes.a'),
    },
  ])('are refused with $what', async ({ input, message }) => {
    expect(await errorOf(started.control.send(new CreateThingCommand(input)))).toEqual({
      name: 'InvalidRequestException', status: 400, message,
    })
  })
})
