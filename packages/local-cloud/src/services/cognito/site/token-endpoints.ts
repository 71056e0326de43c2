import { ServiceException } from '@keg/aws-service'
import type { CognitoContext } from '../cognito-context.ts'
import { attributeClaims } from '../token-claims.ts'
import type { TokenSet } from '../tokens.ts'
import type { UserPool, UserPoolClient } from '../user-pool.ts'

const headers = {
  'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-store', pragma: 'no-cache',
}

/** What the endpoints work on. */
export interface TokenEndpoints {
  readonly pool: UserPool
  readonly context: CognitoContext
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html */
export async function tokenEndpoint(request: Request, { pool, context }: TokenEndpoints): Promise<Response> {
  const form = new URLSearchParams(await request.text())
  const client = clientOf(request, form, pool, context)
  if (client === undefined) return failed('invalid_client')
  const type = form.get('grant_type')
  if (type === 'authorization_code') return redeemCode(form, client, { pool, context })
  if (type === 'client_credentials') return clientCredentials(form, client, pool, context)
  if (type !== 'refresh_token') return failed(type === null ? 'invalid_request' : 'unsupported_grant_type')
  try {
    return answered(await context.tokens.refresh(client, form.get('refresh_token') ?? ''))
  } catch (error) {
    if (error instanceof ServiceException) return failed('invalid_grant', error.message)
    throw error
  }
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html */
export async function userInfoEndpoint(request: Request, { context }: TokenEndpoints): Promise<Response> {
  const token = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (token === undefined) return failed('invalid_request', 'Bearer token is missing', 401)
  try {
    const { client, user, scopes } = await context.tokens.check(token, 'openid')
    const claims = Object.entries(attributeClaims(client, user, scopes)).map(([name, value]) => [name, String(value)])
    return Response.json({ ...Object.fromEntries(claims), username: user.username }, { headers })
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error
    const answer = failed('invalid_token', error.message, 401)
    answer.headers.set('www-authenticate', `error="invalid_token", error_description="${error.message}"`)
    return answer
  }
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/revocation-endpoint.html */
export async function revokeEndpoint(request: Request, { pool, context }: TokenEndpoints): Promise<Response> {
  const form = new URLSearchParams(await request.text())
  const client = clientOf(request, form, pool, context)
  if (client === undefined) return failed('invalid_client')
  const token = form.get('token')
  if (token === null) return failed('invalid_request')
  try {
    context.tokens.revoke(client, token)
  } catch (error) {
    if (error instanceof ServiceException) return failed('unauthorized_client')
    throw error
  }
  return new Response(null)
}

/** The client by header or by form; `undefined` where there is none, or it does not know its secret. */
function clientOf(request: Request, form: URLSearchParams, pool: UserPool, { pools }: CognitoContext): UserPoolClient | undefined {
  const basic = /^Basic (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const [headerId, ...headerSecret] = basic === undefined ? [] : Buffer.from(basic, 'base64').toString().split(':')
  const client = pools.clients(pool.id).find(({ id }) => id === (headerId ?? form.get('client_id')))
  const secret = basic === undefined ? form.get('client_secret') : headerSecret.join(':')
  return client?.secret === undefined || client.secret === secret ? client : undefined
}

async function redeemCode(form: URLSearchParams, client: UserPoolClient, { pool, context }: TokenEndpoints): Promise<Response> {
  const grant = context.authorizationCodes.redeem(form.get('code') ?? '', {
    clientId: client.id, redirectUri: form.get('redirect_uri'), verifier: form.get('code_verifier'),
  })
  const user = grant === undefined ? undefined : context.pools.directory(pool.id).withSub(grant.sub)
  if (grant === undefined || user === undefined || !user.enabled) return failed('invalid_grant')
  const { scopes, nonce } = grant
  return answered(await context.tokens.issue({ pool, client, user, source: 'TokenGeneration_HostedAuth' }, { scopes, hosted: true, nonce }))
}

/** Scopes of resource servers alone, all that the client may have where none is asked for. */
async function clientCredentials(
  form: URLSearchParams, client: UserPoolClient, pool: UserPool, { pools, tokens }: CognitoContext,
): Promise<Response> {
  if (!client.oauthFlows.includes('client_credentials') || client.secret === undefined) return failed('unauthorized_client')
  const known = pools.resourceServers(pool.id).flatMap(({ identifier, scopes }) => scopes.map(({ name }) => `${identifier}/${name}`))
  const allowed = client.oauthScopes.filter((scope) => known.includes(scope))
  const asked = form.get('scope')?.split(' ').filter((scope) => scope !== '') ?? allowed
  if (asked.length === 0 || asked.some((scope) => !allowed.includes(scope))) return failed('invalid_scope')
  return answered(await tokens.issueToClient(pool, client, asked))
}

function answered({ accessToken, idToken, refreshToken, expiresInSec }: TokenSet): Response {
  return Response.json(
    { id_token: idToken, access_token: accessToken, refresh_token: refreshToken, expires_in: expiresInSec, token_type: 'Bearer' },
    { headers },
  )
}

/** As OAuth says an error. [RFC 6749, 5.2] */
export function failed(error: string, description?: string, status = 400): Response {
  return Response.json({ error, ...(description === undefined ? {} : { error_description: description }) }, { status, headers })
}
