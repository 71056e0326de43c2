import { expect, it } from 'vitest'
import { managedResponseHeadersPolicies, overHttp, withHeaders, type CorsHeaders } from './response-headers.ts'

const asked = (headers: Record<string, string> = {}, method = 'GET') => new Request('http://localhost/', { method, headers })
const answered = (headers: Record<string, string> = {}) => new Response('beer', { headers })
const header = { name: 'x-own', value: 'policy', override: false }

it.each([
  [{ sets: [header], removes: [] }, {}, 'policy'],
  [{ sets: [header], removes: [] }, { 'x-own': 'origin' }, 'origin'],
  [{ sets: [{ ...header, override: true }], removes: [] }, { 'x-own': 'origin' }, 'policy'],
  [{ sets: [], removes: ['X-Own'] }, { 'x-own': 'origin' }, null],
])('%j on %j', (policy, before, value) => expect(withHeaders(asked(), answered(before), policy).headers.get('x-own')).toBe(value))

it.each([
  ["default-src 'self'; upgrade-insecure-requests", "default-src 'self'"],
  ["Upgrade-Insecure-Requests;img-src 'self'", "img-src 'self'"],
  ["img-src 'self' upgrade-insecure-requests.example", "img-src 'self' upgrade-insecure-requests.example"],
])('%s is here: %s', (policy, here) => expect(overHttp(policy)).toBe(here))

const cors: CorsHeaders = {
  origins: ['https://*.bar.example'], methods: ['GET', 'PUT'], headers: ['x-a'], exposed: ['etag'], maxAgeSec: 60, credentials: true, override: true,
}
const corsOf = (request: Request, policy = cors) =>
  Object.fromEntries([...withHeaders(request, answered(), { sets: [], removes: [], cors: policy }).headers].filter(([name]) => name !== 'content-type'))

it.each([
  ['a page that is let in', asked({ origin: 'https://a.bar.example' }), {
    'access-control-allow-origin': 'https://a.bar.example', 'access-control-allow-credentials': 'true', 'access-control-expose-headers': 'etag',
    vary: 'Origin',
  }],
  ['its preflight', asked({ origin: 'https://a.bar.example', 'access-control-request-method': 'PUT' }, 'OPTIONS'), {
    'access-control-allow-origin': 'https://a.bar.example', 'access-control-allow-credentials': 'true', 'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'x-a', 'access-control-max-age': '60', vary: 'Origin',
  }],
  ['another page', asked({ origin: 'https://evil.example' }), {}],
  ['a name that only begins so', asked({ origin: 'https://a.bar.example.evil.example' }), {}],
  ['who is no page', asked(), {}],
])('tells %s what it may read', (_, request, headers) => expect(corsOf(request)).toEqual(headers))

it('lets any page read by the policy of AWS, without credentials', () => {
  const { headers } = withHeaders(
    asked({ origin: 'https://any.example' }), answered(), managedResponseHeadersPolicies['e61eb60c-9c35-4d20-a928-2b84e02af89c']!,
  )
  expect([headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials'), headers.get('x-frame-options')])
    .toEqual(['*', null, 'SAMEORIGIN'])
})
