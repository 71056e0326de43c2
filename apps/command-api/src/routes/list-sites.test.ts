import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import { listSites } from './list-sites.ts'

it('lists sites by name, whatever has more kegs', async () => {
  const census = { kegsBySite: async () => [{ siteId: 'munich', kegs: 7 }, { siteId: 'berlin', kegs: 2 }, { siteId: 'Aachen', kegs: 1 }] }
  // Of the event, a route reads the request's id.
  const { statusCode, body = '' } = await listSites({ census })({ requestContext: { requestId: 'r-1' } } as unknown as APIGatewayProxyEventV2)
  expect([statusCode, JSON.parse(body)]).toEqual([200, {
    items: [{ siteId: 'Aachen', kegs: 1 }, { siteId: 'berlin', kegs: 2 }, { siteId: 'munich', kegs: 7 }],
  }])
})
