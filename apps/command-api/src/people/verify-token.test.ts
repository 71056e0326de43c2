import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { createRemoteJWKSet } from 'jose'
import { describe, expect, it } from 'vitest'
import { claimsOf, CLIENT_ID, ISSUER, NOW_SEC, publicJwk, signed, verify } from '../testing/people.ts'
import { TokenRefused, tokenVerifier } from './verify-token.ts'

const good = claimsOf('ada', ['keeper', 'site:berlin'])
const without = (claim: string): JWTPayload => Object.fromEntries(Object.entries(good).filter(([name]) => name !== claim))
const somebodyElse = await generateKeyPair('RS256')
const bytes = (text: string) => new TextEncoder().encode(text)

it('tells who is signed in', async () => {
  expect(await verify(await signed(good))).toEqual({
    subject: 'sub-of-ada', username: 'ada', role: 'keeper', sites: ['berlin'], untilSec: NOW_SEC + 3_600,
  })
})

describe('refuses', () => {
  it.each<[string, () => string | Promise<string>, RegExp]>([
    ['what is no token', () => 'ada', /no token/],
    ['nothing', () => '', /no token/],
    ['three empty parts', () => '..', /no token/],
    ['a token without a signature', () => new UnsecuredJWT(good).encode(), /no token|algorithm/],
    ['one that says it has none and brings one', async () => `${part({ alg: 'none', kid: 'tap' })}.${part(good)}.${(await signed(good)).split('.')[2]}`, /algorithm/],
    ['HS256 by the public key', () =>
      new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'tap' }).sign(bytes(JSON.stringify(publicJwk))), /algorithm/],
    ['HS256 by its modulus', () =>
      new SignJWT(good).setProtectedHeader({ alg: 'HS256', kid: 'tap' }).sign(bytes(publicJwk.n ?? '')), /algorithm/],
    ['a key of its own in the header', () =>
      new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'mine', jwk: publicJwk }).sign(somebodyElse.privateKey), /key/],
    ['another key under the name of the issuer\'s', () =>
      new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'tap' }).sign(somebodyElse.privateKey), /key/],
    ['claims that were changed', async () => {
      const [head, , signature] = (await signed(good)).split('.')
      return `${head}.${part({ ...good, 'cognito:groups': ['brewer'] })}.${signature}`
    }, /key/],
    ['one that has run out', () => signed({ ...good, exp: NOW_SEC - 1 }), /run out/],
    ['one that never does', () => signed(without('exp')), /access token/],
    ['one that is not good yet', () => signed({ ...good, nbf: NOW_SEC + 60 }), /not good yet/],
    ['another pool', () => signed({ ...good, iss: `${ISSUER}x` }), /issuer/],
    ['no issuer', () => signed(without('iss')), /issuer/],
    ['an ID token', () => signed({ ...without('client_id'), aud: CLIENT_ID, token_use: 'id' }), /access token/],
    ['an ID token that names a client', () => signed({ ...good, token_use: 'id' }), /access token/],
    ['another client', () => signed({ ...good, client_id: 'a-foreign-page' }), /another client/],
    ['a client\'s own token, of no person', () => signed(without('username')), /access token/],
    ['a subject that is a wildcard', () => signed({ ...good, sub: '*' }), /access token/],
    ['groups that are no list', () => signed({ ...good, 'cognito:groups': 'brewer' }), /access token/],
  ])('%s', async (_, token, why) => {
    await expect(Promise.resolve(token()).then(verify)).rejects.toMatchObject({ code: 'INVALID', message: expect.stringMatching(why) })
  })

  it('who has no role', async () => {
    await expect(signed(claimsOf('eve', ['site:berlin'])).then(verify)).rejects.toMatchObject({ code: 'NO_ROLE' })
  })
})

it('does not blame a token for an issuer that does not answer', async () => {
  const asking = tokenVerifier({
    issuer: ISSUER, clientIds: [CLIENT_ID], nowSec: () => NOW_SEC, keys: createRemoteJWKSet(new URL('http://127.0.0.1:1/jwks.json')),
  })
  const error: unknown = await signed(good).then(asking).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(TokenRefused)
})

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
