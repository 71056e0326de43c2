import { expect, it } from 'vitest'
import { liveLine } from './live-line.ts'

const page = { items: [{ pours: 2, totalMl: 600 }, { pours: 1, totalMl: 450 }] }

it.each<[string, () => Promise<Response>, string]>([
  ['the ledger', () => Promise.resolve(Response.json(page)), '2 kegs, 3 pours, 1.1 l in the ledger'],
  ['a brewer who is gone', () => Promise.reject(new Error('User does not exist.')),
    'The API does not say what is in the ledger: User does not exist.'],
  ['an API that is down', () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })),
    'The API does not say what is in the ledger: fetch failed: ECONNREFUSED'],
  ['an API that refuses', () => Promise.resolve(new Response('no\n\x1b[31mway', { status: 401 })),
    'The API does not say what is in the ledger: GET /kegs answered 401: no [31mway'],
  ['an answer that is no JSON', () => Promise.resolve(new Response('<html>')), expect.stringContaining('is not valid JSON')],
])('says %s in one line', async (_, fetch, line) => {
  expect(await liveLine({ token: () => Promise.resolve(''), fetch })).toEqual(line)
})
