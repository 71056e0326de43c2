import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import type { ThingGroups } from '../ports.ts'
import { bearer, gate, tokens } from '../testing/people.ts'
import { listGroups } from './list-groups.ts'

const warm = { groupName: 'warm', query: 'a:b', status: 'ACTIVE', kegs: 3 }
const groups: ThingGroups = {
  names: async ({ limit }) => ({ items: ['connected', 'kegs', 'warm'].slice(0, limit), cursor: 'next' }),
  dynamic: async (groupName) => (groupName === 'kegs' ? undefined : { ...warm, groupName }),
}
const list = async (queryStringParameters: Record<string, string> = {}, token = tokens.brewer) => {
  // Of the event, a route reads these, and the request's id.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token), queryStringParameters }
  const { statusCode, body = '' } = await listGroups({ gate, groups })(event as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}

it('lists the dynamic ones of a page, in its order', async () => {
  expect(await list()).toEqual({ status: 200, body: { items: [{ ...warm, groupName: 'connected' }, warm], cursor: 'next' } })
  expect((await list({ limit: '2' })).body.items).toHaveLength(1)
})

it.each([['limit', '51'], ['limit', '0'], ['cursor', '']])('takes no %s %j', async (name, value) => {
  expect(await list({ [name]: value })).toMatchObject({ status: 400, body: { errors: [{ pointer: `#/query/${name}` }] } })
})

it.each([tokens.berlin, tokens.viewer])('is for brewers', async (token) => {
  expect((await list({}, token)).status).toBe(403)
})
