import { listPoursRoute, routes, type Route } from '@keg/flows/routes'
import type { LedgerPour } from '@keg/store'
import { memoryStore } from '@keg/store/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { describe, expect, it, vi } from 'vitest'
import { listPours } from '../routes/list-pours.ts'
import { memoryApi } from '../testing/memory-api.ts'
import { bearer, claimsOf, gate, signed, tokens } from '../testing/people.ts'
import { letThrough, personOf } from './gate.ts'

const api = await memoryApi()

/** A request to a route, of a keg at Berlin. */
const requestTo = ({ method, path }: Route, headers: Record<string, string>) =>
  new Request(`http://api${path.replace('{kegId}', 'k-1').replace('{entryId}', 'q-1').replace('{commandId}', 'c-1')}`, { method, headers })

describe.each(routes as readonly Route[])('$method $path', (route) => {
  it.each([
    ['nobody', { authorization: '' }], ['a name and a password', { authorization: `Basic ${btoa('a:b')}` }],
    ['two words', { authorization: 'Bearer a b' }], ['what is no token', { authorization: 'Bearer x' }],
  ])('is not for %s', async (_, headers) => {
    const answer = await api(requestTo(route, headers))
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect(await answer.json()).toMatchObject({ type: 'urn:problem-type:keg:unauthenticated', status: 401 })
  })

  it('is not for who has no role', async () => {
    const answer = await api(requestTo(route, bearer(await signed(claimsOf('eve', ['site:berlin'])))))
    expect(await answer.json()).toMatchObject({ type: 'urn:problem-type:keg:forbidden', status: 403 })
  })

  it('changes nothing for a viewer, and is not about all sites for a keeper', async () => {
    const personWith = (token: string) => personOf({ headers: bearer(token) }, gate.verify)
    const [viewer, keeper] = [await personWith(tokens.viewer), await personWith(tokens.berlin)]
    const asked = { params: { kegId: 'k-1' } }
    const viewing = letThrough(route, asked, viewer, gate)
    if (route.access.does === 'writes' || route.access.of === 'fleet') await expect(viewing).rejects.toMatchObject({ kind: 'forbidden' })
    else await viewing
    const keeping = letThrough(route, asked, keeper, gate)
    if (route.access.of === 'fleet') await expect(keeping).rejects.toMatchObject({ kind: 'forbidden' })
    else await keeping
  })
})

it.each([
  ['of a path', { params: { siteId: 'munich' } }], ['of a query', { query: { siteId: 'munich' } }],
  ['of a path, whatever the query says', { params: { siteId: 'munich' }, query: { siteId: 'berlin' } }],
])('keeps a keeper to his site: %s', async (_, asked) => {
  const keeper = await personOf({ headers: bearer(tokens.berlin) }, gate.verify)
  const route = { access: { does: 'reads', of: 'site' } } as const
  await expect(letThrough(route, asked, keeper, gate)).rejects.toMatchObject({ kind: 'forbidden' })
  await letThrough(route, { params: { siteId: 'berlin' } }, keeper, gate)
})

it.each([
  ['all sites', '/quarantine', tokens.berlin, { subject: 'sub-of-berlin', username: 'berlin', kind: 'forbidden' }],
  ['a keg elsewhere', '/kegs/k-2', tokens.berlin, { subject: 'sub-of-berlin', kegId: 'k-2', kind: 'not-found' }],
  ['anything', '/me', 'x', { kind: 'unauthenticated' }],
])('leaves a line of who tried %s', async (_, path, token, line) => {
  // The logger's console is one of its own.
  const warned = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await api(new Request(`http://api${path}`, { headers: bearer(token) }))
  const lines = warned.mock.calls.map(([text]) => JSON.parse(String(text)) as object)
  warned.mockRestore()
  expect(lines).toMatchObject([{ message: 'refused', ...line }])
})

it('shows of a keg that has moved the pours that were at sites of who asks', async () => {
  const store = memoryStore()
  const pourAt = (siteId: string, pourId: string): LedgerPour => ({
    kegId: 'k-1', siteId, pourId, volumeMl: 300, bootId: 'b', seq: 0, takenAtMs: 1, receivedAtMs: 2, totaliserMl: 300,
  })
  for (const pour of [pourAt('munich', 'p-1'), pourAt('berlin', 'p-2')]) await store.recordPour(pour)
  const seen = async (token: string) => {
    // Of the event, a route reads these, and the request's id.
    const event = { requestContext: { requestId: 'r-1' }, headers: bearer(token), pathParameters: { kegId: 'k-1' } }
    const { body = '' } = await listPours({ store, gate })(event as unknown as APIGatewayProxyEventV2)
    return listPoursRoute.answer.schema.parse(JSON.parse(body)).items.map(({ pourId }) => pourId).sort()
  }
  expect([await seen(tokens.brewer), await seen(tokens.berlin)]).toEqual([['p-1', 'p-2'], ['p-2']])
})
