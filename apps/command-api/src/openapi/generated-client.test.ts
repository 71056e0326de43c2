import createClient from 'openapi-fetch'
import { expect, it } from 'vitest'
import { memoryApi } from '../testing/memory-api.ts'
import type { paths } from '../testing/openapi.generated.ts'

it('is called by a client that a generator made of the document', async () => {
  const client = createClient<paths>({ baseUrl: 'http://api', fetch: await memoryApi() })
  const kegs = await client.GET('/kegs', { params: { query: { limit: 10 } } })
  expect(kegs.data?.items.map(({ kegId, totalMl }) => ({ kegId, totalMl }))).toEqual([{ kegId: 'k-1', totalMl: 300 }])

  const params = { path: { kegId: 'k-1' }, header: { 'if-match': '*' } }
  const wished = await client.PUT('/kegs/{kegId}/settings', { params, body: { targetCelsius: 4 } })
  expect(wished.data).toEqual({ kegId: 'k-1', version: 1, desired: { targetCelsius: 4 } })

  const refused = await client.PUT('/kegs/{kegId}/settings', { params, body: { targetCelsius: 40 } })
  expect(refused.error).toMatchObject({ status: 400, errors: [{ pointer: '#/body/targetCelsius' }] })

  const missing = await client.GET('/swaps/{kegId}', { params: { path: { kegId: 'k-9' } } })
  expect(missing.error?.type).toBe('urn:problem-type:keg:not-found')

  // @ts-expect-error the document has no such route
  expect((await client.GET('/beers')).response.status).toBe(404)
})
