import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose'
import type { VerifyJwt } from './jwt-authorizer.ts'

/** API Gateway takes RSA alone. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html */
const algorithms = ['RS256', 'RS384', 'RS512']
const DISCOVERY_MS = 5_000

/** Checks tokens by the keys that their issuers publish, found by OpenID Connect discovery and kept. */
export function jwtVerifier(nowMs: () => number): VerifyJwt {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>()
  return async (token, issuer) => {
    const found = keys.get(issuer) ?? discover(issuer)
    keys.set(issuer, found)
    // An issuer that is not up yet may be the next time.
    found.catch(() => keys.delete(issuer))
    const { payload } = await jwtVerify(token, await found, { issuer, algorithms, currentDate: new Date(nowMs()) })
    return payload
  }
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_MS) })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  const configuration: unknown = await response.json()
  if (typeof configuration !== 'object' || configuration === null || !('jwks_uri' in configuration))
    throw new Error(`${url} names no jwks_uri`)
  return createRemoteJWKSet(new URL(String(configuration.jwks_uri)))
}
