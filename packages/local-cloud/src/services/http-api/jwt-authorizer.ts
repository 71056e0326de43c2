import { selected } from './identity-source.ts'

/** A token's claims, once its signature, issuer and times have been found good. */
export type Claims = Readonly<Record<string, unknown>>

/** Checks a token against an issuer's published keys. Rejects for a token that is not good. */
export type VerifyJwt = (token: string, issuer: string) => Promise<Claims>

/** A JWT authorizer of an HTTP API. */
export interface JwtAuthorizer {
  /** As `$request.header.Authorization`. */
  readonly identitySource: string
  readonly issuer: string
  readonly audience: readonly string[]
}

/** What an authorizer says of a request: let in, with what the function is told, or turned away. */
export type Authorization =
  | { readonly status: 200; readonly jwt: { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null } }
  | { readonly status: 401 | 403; readonly reason: string }

/**
 * Whether a request's token lets it take a route; `scopes` are the route's, of which the token needs one.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export async function authorizeJwt(
  request: Request, { identitySource, issuer, audience }: JwtAuthorizer, scopes: readonly string[], verify: VerifyJwt,
): Promise<Authorization> {
  const token = selected(identitySource, request)?.replace(/^Bearer /i, '') || undefined
  if (token === undefined) return { status: 401, reason: 'the request has no token' }
  let claims: Claims
  try {
    claims = await verify(token, issuer)
  } catch (error) {
    return { status: 401, reason: String(error) }
  }
  // `client_id` counts where there is no `aud`.
  if (!texts(claims['aud'] ?? claims['client_id']).some((each) => audience.includes(each)))
    return { status: 401, reason: 'the token is for another audience' }
  const granted = [...texts(claims['scope']), ...texts(claims['scp'])].flatMap((text) => text.split(' '))
  if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope)))
    return { status: 403, reason: `the token has none of the scopes ${scopes.join(', ')}` }
  const described = Object.entries(claims).map(([name, value]) => [name, claimText(value)] as const)
  return { status: 200, jwt: { claims: Object.fromEntries(described), scopes: scopes.length > 0 ? scopes : null } }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)]
}

/** Format 2.0 has claims as text, lists as `[a b]`. */
function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(' ')}]`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
