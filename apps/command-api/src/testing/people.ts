import { siteGroup } from '@keg/flows/routes'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import type { KegGate } from '../http/gate.ts'
import { tokenVerifier, type VerifyToken } from '../people/verify-token.ts'

/** What tokens are issued by, and for. */
export const ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Tap'
export const CLIENT_ID = 'the-page'
/** The present of the tests, in epoch seconds. */
export const NOW_SEC = 1_790_000_060
const siteOf = new Map([['k-1', 'berlin'], ['k-new', 'berlin'], ['k-2', 'munich']])

const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })

/** The issuer's public key, as it is published. */
export const publicJwk = { ...(await exportJWK(publicKey)), kid: 'tap', alg: 'RS256', use: 'sig' }

/** Verifies tokens that {@link signed} makes. */
export const verify: VerifyToken = tokenVerifier({
  issuer: ISSUER, clientIds: [CLIENT_ID], keys: createLocalJWKSet({ keys: [publicJwk] }), nowSec: () => NOW_SEC,
})

/** The gate over tokens that {@link signed} makes; kegs k-1 and k-new are at Berlin, k-2 at Munich. */
export const gate: KegGate = { verify, siteOf: async (kegId) => siteOf.get(kegId) }

/** What an access token of Cognito claims for somebody who is in these groups, and has an hour. */
export const claimsOf = (username: string, groups: readonly string[]): JWTPayload => ({
  sub: `sub-of-${username}`, iss: ISSUER, client_id: CLIENT_ID, token_use: 'access', scope: 'openid', auth_time: NOW_SEC, iat: NOW_SEC,
  exp: NOW_SEC + 3_600, jti: 'j', username, 'cognito:groups': [...groups],
})

/** Signs claims as the issuer does. */
export const signed = (claims: JWTPayload): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'tap' }).sign(privateKey)

/** People of the tests, by name: their access tokens. */
export const tokens = {
  brewer: await signed(claimsOf('brewer', ['brewer'])),
  berlin: await signed(claimsOf('berlin', ['keeper', siteGroup('berlin')])),
  munich: await signed(claimsOf('munich', ['keeper', siteGroup('munich')])),
  viewer: await signed(claimsOf('viewer', ['viewer', siteGroup('berlin')])),
}

/** The header with which a token is sent. */
export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
