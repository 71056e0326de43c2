import type { GatewayLog } from '@keg/store'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import { bearer, gate, tokens } from '../testing/people.ts'
import { listGateways } from './list-gateways.ts'

const reportOf = (siteId: string, gatewayId: string, more: object = {}) => ({
  siteId, gatewayId, receivedAtMs: 9, takenAtMs: 8, lastAckedAtMs: 7,
  backlog: { messages: 3, bytes: 700, maxBytes: 1_000, oldestTakenAtMs: 5 },
  dropped: [{ reason: 'shed', kind: 'summary', count: 2 }], problem: 'full', ...more,
})
const stored = [
  { ...reportOf('berlin', 'gw-1'), pk: 'gateway', sk: 'berlin#gw-1', v: 1, expiresAtSec: 99 },
  { pk: 'gateway', sk: 'berlin#gw-2', siteId: 'berlin', gatewayId: 'gw-2', receivedAtMs: 9, backlog: 'all of it' },
  reportOf('munich', 'gw-3'),
]
const gateways: GatewayLog = {
  reports: async (_, siteId) => ({ items: stored.filter((each) => siteId === undefined || each.siteId === siteId) }),
}

const list = async (token: string, queryStringParameters: Record<string, string> = {}) => {
  // Of the event, a route reads these, and the request's id.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token), queryStringParameters }
  const { statusCode, body = '' } = await listGateways({ gate, gateways })(event as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}

it.each<[string, string, Record<string, string>, object[]]>([
  ['a brewer', tokens.brewer, {}, [reportOf('berlin', 'gw-1'), reportOf('munich', 'gw-3')]],
  ['a brewer, of a site', tokens.brewer, { siteId: 'munich' }, [reportOf('munich', 'gw-3')]],
  ['a keeper', tokens.berlin, {}, [reportOf('berlin', 'gw-1')]],
  ['a viewer, of his site', tokens.viewer, { siteId: 'berlin' }, [reportOf('berlin', 'gw-1')]],
])('lists to %s what gateways said, and nothing that is no report', async (_, token, query, items) => {
  expect(await list(token, query)).toEqual({ status: 200, body: { items } })
})

it('is of no other site for a keeper', async () => {
  expect((await list(tokens.berlin, { siteId: 'munich' })).status).toBe(403)
  expect((await list(tokens.berlin, { cursor: 'munich.' })).status).toBe(400)
})
