import { expect, it } from 'vitest'
import { answeringIot } from '../testing/answering-iot.ts'
import { iotGroups } from './iot-groups.ts'

it('lists names', async () => {
  const { client, asked } = answeringIot(() => ({ body: { thingGroups: [{ groupName: 'a' }, { groupName: 'b' }], nextToken: 'next' } }))
  expect(await iotGroups('kegs', client).names({ limit: 2, cursor: 'from' })).toEqual({ items: ['a', 'b'], cursor: 'next' })
  expect(asked).toMatchObject([{ path: '/thing-groups', query: { maxResults: '2', nextToken: 'from' } }])
})

it('refuses a cursor that AWS does not know', async () => {
  const groups = iotGroups('kegs', answeringIot(() => ({ code: 'InvalidRequestException' })).client)
  await expect(groups.names({ cursor: 'x' })).rejects.toMatchObject({ code: 'BAD_CURSOR' })
  await expect(groups.names({})).rejects.toMatchObject({ name: 'InvalidRequestException' })
})

it('counts the kegs of a dynamic group, and asks nothing more of another, or of one that is gone', async () => {
  const { client, asked } = answeringIot(({ method, path }) => {
    if (method === 'POST') return { body: { statistics: { count: 3 } } }
    if (path.endsWith('/gone')) return { code: 'ResourceNotFoundException', status: 404 }
    return path.endsWith('/warm')
      ? { body: { queryString: 'a:b', status: 'ACTIVE', thingGroupProperties: { thingGroupDescription: 'Warm kegs' } } }
      : { body: { thingGroupName: 'kegs' } }
  })
  const groups = iotGroups('kegs', client)
  expect([await groups.dynamic('warm'), await groups.dynamic('kegs'), await groups.dynamic('gone')])
    .toEqual([{ groupName: 'warm', query: 'a:b', description: 'Warm kegs', status: 'ACTIVE', kegs: 3 }, undefined, undefined])
  expect(asked.flatMap(({ body }) => body ?? [])).toEqual([
    { queryString: 'thingGroupNames:"warm" AND thingGroupNames:"kegs"', aggregationField: 'registry.version' },
  ])
})
