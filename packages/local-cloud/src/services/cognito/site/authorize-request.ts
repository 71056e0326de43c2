import type { UserPool, UserPoolClient } from '../user-pool.ts'
import type { UserPools } from '../user-pools.ts'

/** What an app sends a browser to the sign-in page with. */
export interface AuthorizeRequest {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly responseType: 'code' | 'token'
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly state: string | undefined
  readonly nonce: string | undefined
  /** Of PKCE, by SHA-256. */
  readonly codeChallenge: string | undefined
}

/** What is wrong with a request: told to the app by a redirect, or shown where no app can be trusted to be told. */
export type WrongRequest = { readonly kind: 'shown'; readonly message: string } | { readonly kind: 'redirected'; readonly location: string }

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html */
export function readAuthorizeRequest(query: URLSearchParams, pool: UserPool, pools: UserPools): AuthorizeRequest | WrongRequest {
  const client = pools.clients(pool.id).find(({ id }) => id === query.get('client_id'))
  if (client === undefined) return { kind: 'shown', message: 'There is no client with this client_id in the user pool.' }
  const redirectUri = query.get('redirect_uri') ?? client.defaultRedirectUri ?? client.callbackUrls[0]
  if (redirectUri === undefined || !client.callbackUrls.includes(redirectUri))
    return { kind: 'shown', message: 'The redirect_uri is none of the callback URLs of the client.' }
  const responseType = query.get('response_type')
  const wrong = (error: string): WrongRequest => ({
    kind: 'redirected', location: withParameters(redirectUri, { error, state: query.get('state') ?? undefined }, responseType === 'token'),
  })
  if (responseType !== 'code' && responseType !== 'token') return wrong('invalid_request')
  if (!client.oauthFlows.includes(responseType === 'code' ? 'code' : 'implicit')) return wrong('unauthorized_client')
  const scopes = query.get('scope')?.split(' ').filter((scope) => scope !== '') ?? client.oauthScopes
  if (scopes.some((scope) => !client.oauthScopes.includes(scope))) return wrong('invalid_scope')
  const codeChallenge = query.get('code_challenge') ?? undefined
  if (codeChallenge !== undefined && query.get('code_challenge_method') !== 'S256') return wrong('invalid_request')
  return {
    pool, client, responseType, redirectUri, scopes, state: query.get('state') ?? undefined, nonce: query.get('nonce') ?? undefined,
    codeChallenge,
  }
}

/** A URL, which may be of a mobile app's own scheme, with parameters in its query or its fragment. */
export function withParameters(uri: string, parameters: Readonly<Record<string, string | undefined>>, inFragment = false): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) given.set(name, value)
  if (inFragment) return `${uri}#${given.toString()}`
  return `${uri}${uri.includes('?') ? '&' : '?'}${given.toString()}`
}
