import { isRecord } from '@keg/aws-service'
import { createHash } from 'node:crypto'
import { decodeJwt, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import type { Shelf, Shelves } from '../../ground/shelf.ts'
import { notAuthorized, userNotFound } from './cognito-error.ts'
import { attributeClaims, groupClaims, overridden, overriddenGroups, overriddenScopes, preferredRole, type Claims } from './token-claims.ts'
import type { Triggers } from './triggers.ts'
import type { User, UserPool, UserPoolClient } from './user-pool.ts'
import type { UserPools } from './user-pools.ts'

/** The scope of those who signed in by the API: what a user may do with their own account. */
export const SELF_SERVICE_SCOPE = 'aws.cognito.signin.user.admin'

/** One sign-in of a user; its tokens name it as `origin_jti`. */
interface SignedInSession {
  readonly poolId: string
  readonly clientId: string
  readonly username: string
  /** Absent in folders of before. */
  readonly sub?: string
  readonly scopes: readonly string[]
  /** Signed in by the page, not by the API. */
  readonly hosted: boolean
  readonly nonce?: string
  readonly authTimeSec: number
  readonly refreshHash: string
  readonly expiresMs: number
  readonly revoked: boolean
}

/** Whom tokens are for, and how they signed in. */
export interface Grant {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly user: User
  /** As `TokenGeneration_Authentication`: what the trigger is told. */
  readonly source: string
  readonly clientMetadata?: Readonly<Record<string, string>>
}

/** What a sign-in ends with; `idToken` is absent where `openid` was not asked for. */
export interface TokenSet {
  readonly accessToken: string
  readonly idToken?: string
  readonly refreshToken?: string
  readonly expiresInSec: number
}

/** What tokens are made with. */
export interface TokensOptions {
  readonly pools: UserPools
  readonly triggers: Triggers
  readonly shelves: Shelves
  /** The issuer of a pool, as its tokens and its discovery document name it. */
  readonly issuer: (poolId: string) => string
  readonly nowMs: () => number
  readonly newId: () => string
}

/**
 * Issues, refreshes, checks and revokes the tokens of user pools.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 */
export class Tokens {
  readonly #options: TokensOptions
  readonly #sessions: Shelf<SignedInSession>

  constructor(options: TokensOptions) {
    this.#options = options
    this.#sessions = options.shelves.shelf('cognito/sessions')
  }

  /** Tokens of a user who has just signed in. */
  async issue(
    grant: Grant,
    { scopes = [SELF_SERVICE_SCOPE], hosted = false, nonce }: {
      scopes?: readonly string[]
      hosted?: boolean
      nonce?: string | undefined
    } = {},
  ): Promise<TokenSet> {
    const { nowMs, newId } = this.#options
    for (const [id, { expiresMs }] of [...this.#sessions.entries()]) if (expiresMs < nowMs()) this.#sessions.delete(id)
    const { pool, client, user } = grant
    const id = newId()
    const refreshToken = `${id}.${hash(newId() + newId())}`
    const session: SignedInSession = {
      poolId: pool.id, clientId: client.id, username: user.username, sub: user.attributes['sub'] ?? '', scopes, hosted,
      ...(nonce === undefined ? {} : { nonce }),
      authTimeSec: Math.floor(nowMs() / 1000), refreshHash: hash(refreshToken), expiresMs: nowMs() + client.refreshTokenSec * 1000,
      revoked: false,
    }
    this.#sessions.set(id, session)
    return { ...await this.#sign(grant, id, session), refreshToken }
  }

  /** New tokens for a refresh token, which stays as it is. Throws `ServiceException` `NotAuthorizedException` for one that is not good. */
  async refresh(client: UserPoolClient, refreshToken: string, clientMetadata: Readonly<Record<string, string>> = {}): Promise<TokenSet> {
    const [id, session] = this.#sessionOf(refreshToken)
    if (session === undefined || session.clientId !== client.id) throw notAuthorized('Invalid Refresh Token')
    if (session.revoked) throw notAuthorized('Refresh Token has been revoked')
    if (session.expiresMs < this.#options.nowMs()) throw notAuthorized('Refresh Token has expired')
    const pool = this.#options.pools.get(session.poolId)
    const user = this.#options.pools.directory(pool.id).find(session.username)
    // Another person may have the name by now.
    if (user === undefined || (session.sub ?? user.attributes['sub']) !== user.attributes['sub'])
      throw notAuthorized('Invalid Refresh Token')
    if (!user.enabled) throw notAuthorized('User is disabled.')
    return this.#sign({ pool, client, user, source: 'TokenGeneration_RefreshTokens', clientMetadata }, id, session)
  }

  /** The access token of a client that acts for itself. */
  async issueToClient(pool: UserPool, client: UserPoolClient, scopes: readonly string[]): Promise<TokenSet> {
    const nowSec = Math.floor(this.#options.nowMs() / 1000)
    const claims = {
      sub: client.id, token_use: 'access', scope: scopes.join(' '), auth_time: nowSec, version: 2, client_id: client.id,
      jti: this.#options.newId(),
    }
    return {
      accessToken: await this.#signClaims(pool, pool.keys.access, claims, client.accessTokenSec), expiresInSec: client.accessTokenSec,
    }
  }

  /** Whose access token it is. Throws `ServiceException` `NotAuthorizedException` for one that is not good, or lacks the scope. */
  async check(
    accessToken: string, scope: string,
  ): Promise<{ pool: UserPool; client: UserPoolClient; user: User; scopes: readonly string[] }> {
    const { pool, claims } = await this.#verified(accessToken)
    const session = this.#sessions.get(String(claims['origin_jti']))
    if (session === undefined || session.revoked) throw notAuthorized('Access Token has been revoked')
    const scopes = String(claims['scope']).split(' ')
    if (!scopes.includes(scope)) throw notAuthorized('Access Token does not have required scopes')
    const { pools } = this.#options
    const user = pools.directory(pool.id).withSub(String(claims['sub']))
    if (user === undefined) throw userNotFound()
    if (!user.enabled) throw notAuthorized('User is disabled.')
    return { pool, client: pools.client(session.clientId), user, scopes }
  }

  /**
   * Ends the session of a refresh token; one that is not here is none's. Throws `ServiceException` `NotAuthorizedException` for another
   * client's.
   */
  revoke(client: UserPoolClient, refreshToken: string): void {
    const [id, session] = this.#sessionOf(refreshToken)
    if (session === undefined) return
    if (session.clientId !== client.id) throw notAuthorized('Refresh Token does not belong to this client.')
    this.#sessions.set(id, { ...session, revoked: true })
  }

  /** Ends every session of a user. */
  signOut(pool: UserPool, { username }: User): void {
    for (const [id, session] of [...this.#sessions.entries()]) {
      if (session.poolId === pool.id && session.username === username) this.#sessions.set(id, { ...session, revoked: true })
    }
  }

  #sessionOf(refreshToken: string): [id: string, session: SignedInSession | undefined] {
    const id = refreshToken.split('.')[0] ?? ''
    const session = this.#sessions.get(id)
    return [id, session?.refreshHash === hash(refreshToken) ? session : undefined]
  }

  async #verified(accessToken: string): Promise<{ pool: UserPool; claims: Claims }> {
    const { pools, issuer, nowMs } = this.#options
    try {
      const pool = pools.get(decodeJwt(accessToken).iss?.split('/').at(-1) ?? '')
      const { payload } = await jwtVerify(accessToken, await importJWK(publicKey(pool.keys.access)), {
        issuer: issuer(pool.id), currentDate: new Date(nowMs()),
      })
      return { pool, claims: payload }
    } catch (error) {
      throw notAuthorized(
        error instanceof Error && 'code' in error && error.code === 'ERR_JWT_EXPIRED' ? 'Access Token has expired' : 'Invalid Access Token',
      )
    }
  }

  async #sign(grant: Grant, originJti: string, { scopes, hosted, nonce, authTimeSec }: SignedInSession): Promise<TokenSet> {
    const { pool, client, user } = grant
    const { idDetails, accessDetails, groupDetails } = await this.#overrides(grant, scopes)
    const groups = overriddenGroups(groupClaims(this.#options.pools.directory(pool.id).groupsOf(user)), groupDetails)
    const { 'cognito:groups': groupNames } = groups
    const sub = user.attributes['sub']
    const common = { origin_jti: originJti, event_id: this.#options.newId(), auth_time: authTimeSec }
    const access = overridden({
      ...(groupNames === undefined ? {} : { 'cognito:groups': groupNames }),
      ...common, sub, client_id: client.id, token_use: 'access', scope: overriddenScopes(scopes, accessDetails).join(' '),
      username: user.username, ...(hosted ? { version: 2 } : {}),
    }, accessDetails)
    const accessToken = await this.#signClaims(pool, pool.keys.access, { ...access, jti: this.#options.newId() }, client.accessTokenSec)
    const tokens = { accessToken, expiresInSec: client.accessTokenSec }
    if (hosted && !scopes.includes('openid')) return tokens
    const id = overridden({
      ...attributeClaims(client, user, scopes), ...groups, ...common, sub, aud: client.id, token_use: 'id',
      'cognito:username': user.username, ...(nonce === undefined ? {} : { nonce }), ...(hosted ? { at_hash: halfHash(accessToken) } : {}),
    }, idDetails)
    return { ...tokens, idToken: await this.#signClaims(pool, pool.keys.id, { ...id, jti: this.#options.newId() }, client.idTokenSec) }
  }

  /** What the trigger before the tokens says; version 1 speaks of ID tokens alone. */
  async #overrides({ pool, client, user, source, clientMetadata = {} }: Grant, scopes: readonly string[]) {
    const groups = this.#options.pools.directory(pool.id).groupsOf(user)
    const roles = groups.flatMap(({ roleArn }) => roleArn ?? [])
    const second = pool.settings.preTokenVersion === 'V2_0'
    const groupConfiguration = {
      groupsToOverride: groups.map(({ name }) => name), iamRolesToOverride: roles, preferredRole: preferredRole(groups) ?? null,
    }
    const response = await this.#options.triggers.run(pool, 'PreTokenGeneration', {
      source, userName: user.username, clientId: client.id, version: second ? '2' : '1',
      request: {
        userAttributes: { ...user.attributes, 'cognito:user_status': user.status }, groupConfiguration, clientMetadata,
        ...(second ? { scopes } : {}),
      },
      response: second ? { claimsAndScopeOverrideDetails: null } : { claimsOverrideDetails: null },
    })
    const details = response?.[second ? 'claimsAndScopeOverrideDetails' : 'claimsOverrideDetails']
    if (!isRecord(details)) return {}
    return {
      idDetails: second ? details['idTokenGeneration'] : details,
      accessDetails: second ? details['accessTokenGeneration'] : undefined,
      groupDetails: details['groupOverrideDetails'],
    }
  }

  async #signClaims({ id }: UserPool, key: JWK, claims: Claims, lifetimeSec: number): Promise<string> {
    const nowSec = Math.floor(this.#options.nowMs() / 1000)
    return new SignJWT({ ...claims, iss: this.#options.issuer(id), iat: nowSec, exp: nowSec + lifetimeSec })
      .setProtectedHeader({ alg: 'RS256', ...(key.kid === undefined ? {} : { kid: key.kid }) })
      .sign(await importJWK(key, 'RS256'))
  }
}

/** The half of a key that everybody may know. */
export function publicKey({ kty, n, e, kid, alg, use }: JWK): JWK {
  return Object.fromEntries(Object.entries({ kty, n, e, kid, alg, use }).filter(([, value]) => value !== undefined))
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** @see https://openid.net/specs/openid-connect-core-1_0.html#CodeIDToken */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
}
