import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import { bearer, claimsOf, gate, signed, tokens } from '../testing/people.ts'
import { listSites } from './list-sites.ts'

const census = { kegsBySite: async () => [{ siteId: 'munich', kegs: 7 }, { siteId: 'berlin', kegs: 2 }, { siteId: 'Aachen', kegs: 1 }] }

it.each<[string, string, object[]]>([
  ['a brewer, by name', tokens.brewer, [{ siteId: 'Aachen', kegs: 1 }, { siteId: 'berlin', kegs: 2 }, { siteId: 'munich', kegs: 7 }]],
  ['a keeper, his own', tokens.munich, [{ siteId: 'munich', kegs: 7 }]],
  ['a keeper, one that has no kegs yet', await signed(claimsOf('new', ['keeper', 'site:rome'])), [{ siteId: 'rome', kegs: 0 }]],
])('lists sites to %s', async (_, token, items) => {
  // Of the event, a route reads these.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token) }
  const { statusCode, body = '' } = await listSites({ census, gate })(event as unknown as APIGatewayProxyEventV2)
  expect([statusCode, JSON.parse(body)]).toEqual([200, { items }])
})
