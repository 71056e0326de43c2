import { expect, it } from 'vitest'
import { answeringIot } from '../testing/answering-iot.ts'
import { iotIndex } from './iot-index.ts'

it('asks for a page, and answers what the index has of its things', async () => {
  const { client, asked } = answeringIot(() => ({
    body: {
      nextToken: 'next',
      things: [
        {
          thingName: 'k-1', thingGroupNames: ['kegs'], attributes: { siteId: 'berlin' }, shadow: '{}',
          connectivity: { connected: false, timestamp: 7, disconnectReason: 'CONNECTION_LOST' },
        },
        { thingName: 'k-2' },
      ],
    },
  }))
  expect(await iotIndex(client).search('a:b', { limit: 2, cursor: 'from' })).toEqual({
    cursor: 'next',
    items: [
      {
        thingName: 'k-1', siteId: 'berlin', groups: ['kegs'], shadow: '{}',
        connectivity: { connected: false, timestampMs: 7, reason: 'CONNECTION_LOST' },
      },
      { thingName: 'k-2', groups: [] },
    ],
  })
  expect(asked).toMatchObject([{ method: 'POST', path: '/indices/search', body: { queryString: 'a:b', maxResults: 2, nextToken: 'from' } }])
})

it('answers nothing of the last page but its things', async () => {
  expect(await iotIndex(answeringIot(() => ({ body: {} })).client).search('*', {})).toEqual({ items: [] })
})

it.each<[string, string, string | undefined, object]>([
  ['a wrong query', 'InvalidQueryException', undefined, { name: 'QueryRefused', message: 'AWS says so' }],
  ['a wrong query with a cursor', 'InvalidQueryException', 'x', { name: 'QueryRefused', message: 'AWS says so' }],
  ['a wrong request', 'InvalidRequestException', undefined, { name: 'QueryRefused', message: 'AWS says so' }],
  ['a wrong cursor', 'InvalidRequestException', 'x', { name: 'StoreError', code: 'BAD_CURSOR' }],
  ['too much at once', 'ThrottlingException', 'x', { name: 'ThrottlingException' }],
  ['an index that is off', 'ResourceNotFoundException', undefined, { name: 'ResourceNotFoundException' }],
])('tells %s from what is no fault of the caller', async (_, code, cursor, error) => {
  const { client } = answeringIot(() => ({ code, body: { message: 'AWS says so' } }))
  await expect(iotIndex(client).search('*', cursor === undefined ? {} : { cursor })).rejects.toMatchObject(error)
})
