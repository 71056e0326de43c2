import { expect, it } from 'vitest'
import { authorizeJwt } from './jwt-authorizer.ts'

const tokens: Readonly<Record<string, Record<string, unknown>>> = {
  good: { iss: 'https://issuer', aud: ['shop', 'other'], sub: 'u-1', exp: 1, scope: 'orders:read orders:write' },
  machine: { iss: 'https://issuer', client_id: 'shop', scp: ['orders:read'] },
  stranger: { iss: 'https://issuer', aud: 'bank' },
}
const verify = async (token: string) => {
  const claims = tokens[token]
  if (claims === undefined) throw new Error('bad signature')
  return claims
}
const authorizer = { identitySource: '$request.header.Authorization', issuer: 'https://issuer', audience: ['shop'] }

it.each<[string, string | undefined, string[], number]>([
  ['no token', undefined, [], 401],
  ['a bearer token', 'Bearer good', [], 200],
  ['a bare token', 'good', [], 200],
  ['a token that does not verify', 'Bearer bad', [], 401],
  ['a token for others', 'Bearer stranger', [], 401],
  ['a client\'s token', 'Bearer machine', [], 200],
  ['one scope of two', 'Bearer machine', ['orders:write', 'orders:read'], 200],
  ['no scope that is wanted', 'Bearer machine', ['orders:write'], 403],
])('%s', async (_, authorization, scopes, status) => {
  const request = new Request('http://api/orders', { headers: authorization === undefined ? {} : { authorization } })
  expect((await authorizeJwt(request, authorizer, scopes, verify)).status).toBe(status)
})

it('finds a token in the query, and tells the function of claims as text', async () => {
  const request = new Request('http://api/orders?token=good')
  expect(await authorizeJwt(request, { ...authorizer, identitySource: '$request.querystring.token' }, ['orders:read'], verify)).toEqual({
    status: 200,
    jwt: {
      claims: { iss: 'https://issuer', aud: '[shop other]', sub: 'u-1', exp: '1', scope: 'orders:read orders:write' },
      scopes: ['orders:read'],
    },
  })
})
