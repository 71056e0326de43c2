import { checkKnown, checkMutable, checkRequired } from './attributes.ts'
import { invalidParameter } from './cognito-error.ts'
import type { CognitoContext } from './cognito-context.ts'
import { keptPassword } from './password.ts'
import type { User, UserPool, UserStatus } from './user-pool.ts'

/** A user who is not in the pool yet. */
export interface NewUser {
  /** As it was typed: an e-mail address where the pool has such names. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly password: string | undefined
  readonly status: UserStatus
}

/** The user that a new one would be: not in the pool yet. Throws `ServiceException` where the pool takes no such user. */
export async function newUser(
  pool: UserPool, { name, attributes: given, password, status }: NewUser, { newId, nowMs }: Pick<CognitoContext, 'newId' | 'nowMs'>,
): Promise<User> {
  const sub = newId()
  const named = attributesOfName(pool, name)
  const attributes = { ...given, ...named, sub }
  checkKnown(pool, Object.keys(given))
  checkRequired(pool, attributes)
  const username = pool.settings.usernameAttributes.length > 0 ? sub : name
  return {
    username, attributes, status, enabled: true, groups: [], createdMs: nowMs(), modifiedMs: nowMs(),
    ...(password === undefined ? {} : { password: await keptPassword(pool.id, username, password, newId) }),
  }
}

/** Throws `ServiceException` for a name that the pool does not take. */
function attributesOfName({ settings: { usernameAttributes, aliasAttributes } }: UserPool, name: string): Record<string, string> {
  const isEmail = /^\S+@\S+$/.test(name)
  if (usernameAttributes.length === 0) {
    if (isEmail && aliasAttributes.includes('email'))
      throw invalidParameter('Username cannot be of email format, since user pool is configured for email alias.')
    return {}
  }
  if (isEmail && usernameAttributes.includes('email')) return { email: name }
  if (/^\+\d+$/.test(name) && usernameAttributes.includes('phone_number')) return { phone_number: name }
  throw invalidParameter(usernameAttributes.length > 1
    ? 'Username should be either an email or a phone number.'
    : `Username should be ${usernameAttributes[0] === 'email' ? 'an email' : 'a phone number'}.`)
}

/** Sets attributes of a user. What is changed has to be verified again, unless the change says that it is. */
export function changeAttributes(pool: UserPool, user: User, changes: Readonly<Record<string, string>>, { pools }: CognitoContext): User {
  const names = Object.keys(changes)
  checkMutable(pool, names)
  const unverified = (['email', 'phone_number'] as const)
    .filter((name) => changes[name] !== undefined && changes[name] !== user.attributes[name] && changes[`${name}_verified`] === undefined)
    .map((name) => [`${name}_verified`, 'false'] as const)
  const changed = { ...user, attributes: { ...user.attributes, ...Object.fromEntries(unverified), ...changes } }
  const directory = pools.directory(pool.id)
  directory.checkAliases(changed)
  return directory.change(user, { attributes: changed.attributes })
}

/**
 * Ends what a user is signed in with at the sign-in pages, and the codes that no app has redeemed yet. Signing out everywhere is not one
 * of its occasions: AWS leaves the cookie then.
 */
export function signOutOfBrowsers(pool: UserPool, user: User, { browsers, authorizationCodes }: CognitoContext): void {
  browsers.endOf(pool, user)
  authorizationCodes.endOf(pool, user)
}

/** Tells the trigger that a user has confirmed an account, or a new password. */
export async function confirmed(
  pool: UserPool,
  user: User,
  source: string,
  clientId: string | undefined,
  clientMetadata: Readonly<Record<string, string>>,
  { triggers }: CognitoContext,
): Promise<void> {
  const userAttributes = { ...user.attributes, 'cognito:user_status': user.status }
  await triggers.run(pool, 'PostConfirmation', {
    source, userName: user.username, clientId, request: { userAttributes, clientMetadata }, response: {},
  })
}
