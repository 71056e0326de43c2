import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  failSwapRoute, getKegRoute, ifVersion, listAlertsRoute, listKegsRoute, listPoursRoute, putSettingsRoute, type KegTotal,
  type RouteAnswer,
} from '../routes.ts'
import { allItems, apiClient, ApiError } from './client.ts'

const total: KegTotal = { kegId: 'k-1', siteId: 'berlin', pours: 1, totalMl: 300, lastReceivedAtMs: 2 }

/** A client whose requests are kept, and answered with what `answer` makes of each. */
function clientOf(answer: (line: string) => Response | Error) {
  const sent: { line: string; headers: unknown; body: unknown }[] = []
  const call = apiClient({
    url: 'https://api.example/v/',
    fetch: async (url, { method, headers, body }) => {
      sent.push({ line: `${method} ${url}`, headers, body })
      const answered = answer(`${method} ${url}`)
      if (answered instanceof Error) throw answered
      return answered
    },
  })
  return { call, sent }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

it('sends the parts of a request where they belong', async () => {
  const { call, sent } = clientOf(() => json({ kegId: 'k-1', version: 3, desired: { targetCelsius: 4 } }, 202))
  const wished = await call(putSettingsRoute, { params: { kegId: 'k 1/2' }, headers: ifVersion(2), body: { targetCelsius: 4 } })
  expect(wished).toMatchObject({ version: 3 })
  expect(sent).toEqual([{
    line: 'PUT https://api.example/v/kegs/k%201%2F2/settings', headers: { 'if-match': '"2"', 'content-type': 'application/json' },
    body: '{"targetCelsius":4}',
  }])
})

it.each<[string, string | undefined, string[], number]>([
  ['another token', 'second', ['Bearer first', 'Bearer second'], 200], ['the same token', 'first', ['Bearer first'], 401],
])('asks once more with %s where the API did not take one', async (_, next, bearers, status) => {
  const sent: unknown[] = []
  const call = apiClient({
    url: 'https://api.example', token: (refused) => (refused === 'first' ? next ?? '' : 'first'),
    fetch: async (_url, { headers }) => {
      sent.push(new Headers(headers).get('authorization'))
      return sent.at(-1) === 'Bearer second' ? json({ items: [total] }) : json({}, 401)
    },
  })
  const answered = await call(listKegsRoute).then(() => 200, (error: unknown) => (error as ApiError).status)
  expect([sent, answered]).toEqual([bearers, status])
})

it('goes through a list to its last page', async () => {
  const { call, sent } = clientOf((line) => json(line.includes('cursor') ? { items: [total] } : { items: [total], cursor: 'c 1' }))
  const all: KegTotal[] = []
  for await (const keg of allItems((query) => call(listKegsRoute, { query }))) all.push(keg)
  expect(all).toEqual([total, total])
  expect(sent.map(({ line }) => line)).toEqual([
    'GET https://api.example/v/kegs?limit=1000', 'GET https://api.example/v/kegs?limit=1000&cursor=c+1',
  ])
})

it('keeps what a newer API adds to an answer', async () => {
  const { call } = clientOf(() => json({ items: [{ ...total, beer: 'pils' }] }))
  expect((await call(listKegsRoute)).items[0]).toHaveProperty('beer', 'pils')
})

describe('what comes to nothing is an ApiError:', () => {
  const problem = { type: 'urn:problem-type:keg:not-found', title: 'Not Found', status: 404, detail: 'There is no keg k-9.' }
  it.each<[string, Response | Error, Partial<ApiError>]>([
    ['a refusal', json(problem, 404), { code: 'REFUSED', status: 404, message: problem.detail, problem }],
    ['an answer that is another', json({ items: [{ kegId: 'k-1' }] }), { code: 'UNEXPECTED', status: 200 }],
    ['an answer that is no JSON', new Response('<html>'), { code: 'UNEXPECTED', status: 200 }],
    ['a proxy that fails', new Response('bad gateway', { status: 502 }), { code: 'UNEXPECTED', status: 502 }],
    ['nobody there', new Error('refused'), { code: 'UNREACHABLE', status: undefined }],
  ])('%s', async (_, answer, expected) => {
    const { call } = clientOf(() => answer)
    const error = await call(listKegsRoute).catch((refused: unknown) => refused)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject(expected)
  })
})

it('has the types of the contract', () => {
  const { call } = clientOf(() => json({}))
  // Compiled, and never called.
  const uses = () => [
    call(listKegsRoute), call(listAlertsRoute, { query: { siteId: 'berlin' } }),
    // @ts-expect-error a keg has an id
    call(getKegRoute),
    // @ts-expect-error a keg has an id
    call(listPoursRoute, { query: { limit: 3 } }),
    // @ts-expect-error a limit is a number
    call(listKegsRoute, { query: { limit: '3' } }),
    // @ts-expect-error the route takes no body
    call(listKegsRoute, { body: {} }),
    // @ts-expect-error a failure has a reason
    call(failSwapRoute, { params: { kegId: 'k-1' }, body: {} }),
  ]
  expectTypeOf(uses).toBeFunction()
  expectTypeOf<RouteAnswer<typeof getKegRoute>['settings']>().toExtend<{ readonly version: number } | undefined>()
})
