import type { Reading } from '@keg/store'
import { memoryStore } from '@keg/store/memory'
import { memoryReadings } from '@keg/store/readings/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import { bearer, gate, tokens } from '../testing/people.ts'
import { listSiteReadings } from './list-site-readings.ts'

const readingOf = (kegId: string, seq: number, more: Partial<Reading> = {}): Reading => ({
  kegId, siteId: 'berlin', bootId: 'b', seq, takenAtMs: seq, receivedAtMs: seq, celsius: 4, kilopascal: 200, pouring: false, cooling: true,
  ...more,
})
const readings = memoryReadings({ minutes: memoryStore() })
await readings.recordReadings([
  readingOf('k-2', 1, { gatewayId: 'gw-1' }), readingOf('k-1', 1), readingOf('k-1', 2, { celsius: 5 }),
  readingOf('k-3', 1, { siteId: 'munich' }),
], 7)

const list = async (siteId: string, queryStringParameters: Record<string, string> = {}, token = tokens.berlin) => {
  // Of the event, a route reads these, and the request's id.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token), pathParameters: { siteId }, queryStringParameters }
  const { statusCode, body = '' } = await listSiteReadings({ gate, readings })(event as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}

it('lists the newest reading of each keg at the site, by keg', async () => {
  expect(await list('berlin')).toEqual({
    status: 200, body: { items: [readingOf('k-1', 2, { celsius: 5 }), readingOf('k-2', 1, { gatewayId: 'gw-1' })] },
  })
})

it('goes on where the page before ended', async () => {
  const { body: { items, cursor } } = await list('berlin', { limit: '1' })
  expect([items, (await list('berlin', { cursor })).body.items]).toMatchObject([[{ kegId: 'k-1' }], [{ kegId: 'k-2' }]])
})

it.each<[string, string, Record<string, string>, number, object]>([
  ['a site of others', 'munich', {}, 403, { type: 'urn:problem-type:keg:forbidden' }],
  ['a cursor that no page gave', 'berlin', { cursor: 'x' }, 400, { errors: [{ pointer: '#/query/cursor' }] }],
  ['a site that no name can be', 'ber lin', {}, 400, { errors: [{ pointer: '#/params/siteId' }] }],
])('refuses %s', async (_, siteId, query, status, body) => {
  expect(await list(siteId, query)).toMatchObject({ status, body })
})

it('lists none of a site that has no kegs', async () => {
  expect(await list('rome', {}, tokens.brewer)).toEqual({ status: 200, body: { items: [] } })
})
