import { createServer, type Server } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { createApi } from './client.ts'

let server: Server | undefined
afterEach(() => server?.close())

/** An API that answers each path and query with the JSON that stands for it. */
async function apiOf(answers: Readonly<Record<string, unknown>>) {
  server = createServer((request, response) => response.setHeader('connection', 'close').end(JSON.stringify(answers[request.url ?? ''])))
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return createApi(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, async () => 'token')
}

const kegOf = (kegId: string) => ({ kegId, siteId: 'berlin', pours: 1, totalMl: 300, lastReceivedAtMs: 1 })

it('lists all kegs, to the last page', async () => {
  const api = await apiOf({
    '/kegs?limit=1000': { items: [kegOf('keg-1')], cursor: 'c 1' }, '/kegs?limit=1000&cursor=c+1': { items: [kegOf('keg-2')] },
  })
  expect((await api.kegs()).map(({ kegId }) => kegId)).toEqual(['keg-1', 'keg-2'])
})

it('asks for the number of what is in quarantine, not for its first page', async () => {
  const api = await apiOf({ '/quarantine/count': { count: 70 } })
  expect(await api.quarantined()).toBe(70)
})
