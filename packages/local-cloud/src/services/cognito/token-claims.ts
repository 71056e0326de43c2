import { isRecord } from '@keg/aws-service'
import { readable } from './attributes.ts'
import type { Group, User, UserPoolClient } from './user-pool.ts'

/** The claims of a token. */
export type Claims = Readonly<Record<string, unknown>>

/**
 * Those that no trigger changes.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
const fixed: ReadonlySet<string> = new Set([
  'acr', 'amr', 'at_hash', 'auth_time', 'azp', 'cognito:username', 'exp', 'iat', 'identities', 'iss', 'jti', 'nbf', 'nonce', 'origin_jti',
  'sub', 'token_use', 'client_id', 'device_key', 'event_id', 'username',
])
/**
 * The attributes that a scope opens.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
const ofScopes: Readonly<Record<string, readonly string[]>> = {
  email: ['email', 'email_verified'], phone: ['phone_number', 'phone_number_verified'],
}

/** What a user's attributes come to as claims; what is verified is a boolean, and the scopes `email`, `phone` and `profile` limit them. */
export function attributeClaims(client: UserPoolClient, { attributes }: Pick<User, 'attributes'>, scopes: readonly string[]): Claims {
  const limited = scopes.some((scope) => scope === 'email' || scope === 'phone') && !scopes.includes('profile')
  const open = scopes.flatMap((scope) => ofScopes[scope] ?? [])
  const shown = Object.entries(readable(client, attributes)).filter(([name]) => !limited || name === 'sub' || open.includes(name))
  return Object.fromEntries(shown.map(([name, value]) => [name, /^(?:email|phone_number)_verified$/.test(name) ? value === 'true' : value]))
}

/**
 * What a user's groups come to, the lowest precedence first; nothing for a user in none. Of two roles with the same precedence none is
 * preferred.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html#assigning-precedence-values-to-groups
 */
export function groupClaims(groups: readonly Group[]): Claims {
  if (groups.length === 0) return {}
  const roles = groups.flatMap(({ roleArn }) => roleArn ?? [])
  const preferred = preferredRole(groups)
  return {
    'cognito:groups': groups.map(({ name }) => name),
    ...(roles.length === 0 ? {} : { 'cognito:roles': roles }),
    ...(preferred === undefined ? {} : { 'cognito:preferred_role': preferred }),
  }
}

/** The role of the lowest precedence, if there is one alone. */
export function preferredRole(groups: readonly Group[]): string | undefined {
  const withRole = groups.filter(({ roleArn }) => roleArn !== undefined)
  const first = new Set(withRole.filter(({ precedence }) => precedence === withRole[0]?.precedence).map(({ roleArn }) => roleArn))
  return first.size === 1 ? withRole[0]?.roleArn : undefined
}

/** The claims with what a trigger adds, overrides and suppresses. */
export function overridden(claims: Claims, details: unknown): Claims {
  if (!isRecord(details)) return claims
  const added = Object.entries(isRecord(details['claimsToAddOrOverride']) ? details['claimsToAddOrOverride'] : {})
    .filter(([name]) => !fixed.has(name))
  const suppressed = new Set(list(details['claimsToSuppress']).filter((name) => !fixed.has(name)))
  return Object.fromEntries([...Object.entries(claims), ...added].filter(([name]) => !suppressed.has(name)))
}

/** The group claims that a trigger puts in the place of the pool's own. */
export function overriddenGroups(claims: Claims, details: unknown): Claims {
  if (!isRecord(details)) return claims
  const { 'cognito:groups': groups, 'cognito:roles': roles, 'cognito:preferred_role': role } = claims
  const set = {
    'cognito:groups': details['groupsToOverride'] ?? groups,
    'cognito:roles': details['iamRolesToOverride'] ?? roles,
    'cognito:preferred_role': details['preferredRole'] ?? role,
  }
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined && value !== null))
}

/** The scopes with those that a trigger adds and suppresses. */
export function overriddenScopes(scopes: readonly string[], details: unknown): string[] {
  if (!isRecord(details)) return [...scopes]
  const suppressed = list(details['scopesToSuppress'])
  return [...new Set([...scopes, ...list(details['scopesToAdd'])])].filter((scope) => !suppressed.includes(scope))
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
