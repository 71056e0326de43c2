import { StoreError } from '@keg/store'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import type { IndexedThing, ThingIndex } from '../ports.ts'
import { QueryRefused } from '../search/query-within.ts'
import { bearer, claimsOf, gate, signed, tokens } from '../testing/people.ts'
import { searchKegs } from './search-kegs.ts'

const thingAt = (siteId: string | undefined, thingName: string, group = 'kegs'): IndexedThing => ({ thingName, siteId, groups: [group] })
const everything = [
  thingAt('berlin', 'k-1'), thingAt('munich', 'k-2'), thingAt('rome', 'k-3'), thingAt(undefined, 'k-4'), thingAt('berlin', 'gw-1', 'gateways'),
]
/** An index that goes by no query at all, and of whose pages the second is the last. */
const heedless = () => {
  const asked: string[] = []
  const index: ThingIndex = {
    search: async (queryString, { cursor }) => {
      asked.push(queryString)
      return cursor === undefined ? { items: everything, cursor: 'two' } : { items: [] }
    },
  }
  return { index, asked }
}

const search = async (index: ThingIndex, token: string, queryStringParameters: Record<string, string> = {}) => {
  // Of the event, a route reads these, and the request's id.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token), queryStringParameters }
  const { statusCode, body = '' } = await searchKegs({ gate, index, group: 'kegs' })(event as unknown as APIGatewayProxyEventV2)
  return { status: statusCode, body: JSON.parse(body) }
}
const names = ({ body }: { body: { items: { kegId: string }[] } }) => body.items.map(({ kegId }) => kegId)
const both = await signed(claimsOf('both', ['viewer', 'site:berlin', 'site:munich']))

it('finds every keg for a brewer, and nothing that is none', async () => {
  const { index, asked } = heedless()
  const found = await search(index, tokens.brewer, { query: 'a:b' })
  expect([found.status, names(found), asked]).toEqual([200, ['k-1', 'k-2', 'k-3', 'k-4'], ['(a:b) AND thingGroupNames:"kegs"']])
})

it('finds what is at the sites of who asks alone, one after the other, whatever the index answers', async () => {
  const { index, asked } = heedless()
  const pages: string[][] = []
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const found = await search(index, both, { query: '*', ...(cursor === '' ? {} : { cursor }) })
    pages.push(names(found));
    ({ cursor } = found.body)
  }
  expect(pages).toEqual([['k-1'], [], ['k-2'], []])
  expect(asked[2]).toBe('(*) AND thingGroupNames:"kegs" AND attributes.siteId:"munich"')
})

describe('a cursor', () => {
  it.each(['munich.', 'munich.two', 'two', 'x', '.'])('%s leads no keeper to another site', async (cursor) => {
    const { index, asked } = heedless()
    expect(await search(index, tokens.berlin, { cursor })).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/query/cursor' }] } })
    expect(asked).toEqual([])
  })

  it('that AWS does not know is refused', async () => {
    const index: ThingIndex = { search: async () => { throw new StoreError('BAD_CURSOR', 'no') } }
    expect(await search(index, tokens.brewer, { cursor: 'x' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/query/cursor' }] } })
  })
})

describe('a query', () => {
  it('that would lead out of its parentheses does not come to the index', async () => {
    const { index, asked } = heedless()
    expect(await search(index, tokens.berlin, { query: 'x) OR (thingName:*' })).toMatchObject({
      status: 400, body: { type: 'urn:problem-type:keg:invalid-request', errors: [{ pointer: '#/query/query' }] },
    })
    expect(asked).toEqual([])
  })

  it('that AWS refuses is refused in AWS\'s words', async () => {
    const index: ThingIndex = { search: async () => { throw new QueryRefused('Invalid query at position 3.') } }
    expect(await search(index, tokens.brewer, { query: 'a:' })).toMatchObject({
      status: 400, body: { errors: [{ pointer: '#/query/query', detail: 'Invalid query at position 3.' }] },
    })
  })

  it.each([['limit', '0'], ['limit', '101'], ['query', 'x'.repeat(1_001)]])('with %s %j is none', async (name, value) => {
    expect(await search(heedless().index, tokens.brewer, { [name]: value })).toMatchObject({
      status: 400, body: { errors: [{ pointer: `#/query/${name}` }] },
    })
  })
})

it.each(['', ' ', '\t '])('finds all by the query %j', async (query) => {
  const { index, asked } = heedless()
  expect((await search(index, tokens.brewer, { query })).status).toBe(200)
  expect(asked).toEqual(['thingGroupNames:"kegs"'])
})
