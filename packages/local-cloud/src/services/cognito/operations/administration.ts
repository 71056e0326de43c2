import { changeAttributes, confirmed, newUser, signOutOfBrowsers } from '../accounts.ts'
import { notAuthorized } from '../cognito-error.ts'
import { describedUser } from '../descriptions.ts'
import { attributeList, attributesOf } from '../input.ts'
import type { CognitoContext } from '../cognito-context.ts'
import { page } from '../page.ts'
import { checkPassword } from '../password.ts'
import type { User, UserPool } from '../user-pool.ts'
import { userFilter } from '../user-filter.ts'
import type { AdminCreateUserRequest } from '../model.generated.ts'
import { operation } from './operation.ts'

/** What is done to users by those who run the pool. */
export const adminCreateUser = operation('AdminCreateUser', async (input, context) => {
  const pool = context.pools.get(input.UserPoolId)
  return { User: describedUser(await createUser(pool, input, context)) }
})

export const adminGetUser = operation('AdminGetUser', (input, context) => {
  const { user } = named(input, context)
  const { Username, UserCreateDate, UserLastModifiedDate, Enabled, UserStatus } = describedUser(user)
  return { Username, UserAttributes: attributeList(user.attributes), UserCreateDate, UserLastModifiedDate, Enabled, UserStatus }
})

export const adminConfirmSignUp = operation('AdminConfirmSignUp', async (input, context) => {
  const { pool, user } = named(input, context)
  if (user.status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  const now = context.pools.directory(pool.id).withoutCode(user, { status: 'CONFIRMED' })
  await confirmed(pool, now, 'PostConfirmation_ConfirmSignUp', undefined, (input.ClientMetadata ?? {}), context)
  return {}
})

export const adminUpdateUserAttributes = operation('AdminUpdateUserAttributes', (input, context) => {
  const { pool, user } = named(input, context)
  changeAttributes(pool, user, attributesOf(input.UserAttributes), context)
  return {}
})

export const adminDeleteUserAttributes = operation('AdminDeleteUserAttributes', (input, context) => {
  const { pool, user } = named(input, context)
  const gone = (input.UserAttributeNames ?? [])
  context.pools.directory(pool.id).change(user, {
    attributes: Object.fromEntries(Object.entries(user.attributes).filter(([name]) => name === 'sub' || !gone.includes(name))),
  })
  return {}
})

export const adminDeleteUser = operation('AdminDeleteUser', (input, context) => {
  const { pool, user } = named(input, context)
  context.tokens.signOut(pool, user)
  signOutOfBrowsers(pool, user, context)
  context.pools.directory(pool.id).remove(user)
})

export const adminDisableUser = operation('AdminDisableUser', (input, context) => {
  const { pool, user } = named(input, context)
  context.tokens.signOut(pool, user)
  signOutOfBrowsers(pool, user, context)
  context.pools.directory(pool.id).change(user, { enabled: false })
  return {}
})

export const adminEnableUser = operation('AdminEnableUser', (input, context) => {
  const { pool, user } = named(input, context)
  context.pools.directory(pool.id).change(user, { enabled: true })
  return {}
})

export const adminUserGlobalSignOut = operation('AdminUserGlobalSignOut', (input, context) => {
  const { pool, user } = named(input, context)
  context.tokens.signOut(pool, user)
  return {}
})

export const listUsers = operation('ListUsers', (input, { pools }) => {
  const users = pools.directory(input.UserPoolId).users().filter(userFilter(input.Filter))
  const shown = (input.AttributesToGet ?? [])
  const described = users.map((user) => {
    const all = describedUser(user)
    return shown.length === 0 ? all : { ...all, Attributes: all.Attributes.filter(({ Name }) => shown.includes(Name)) }
  })
  const { items, next } = page(described, input.Limit, input.PaginationToken)
  return { Users: items, ...(next === undefined ? {} : { PaginationToken: next }) }
})

/** The user that an administrator's operation names. */
export function named(
  input: { readonly UserPoolId: string; readonly Username: string }, { pools }: CognitoContext,
): { pool: UserPool; user: User } {
  const pool = pools.get(input.UserPoolId)
  return { pool, user: pools.directory(pool.id).get(input.Username) }
}

/**
 * Adds a user whose password, where there is one, is a temporary one. One that nobody gave is nobody's: it is not made up, as it is not to
 * be told.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html
 */
export async function createUser(
  pool: UserPool, input: Omit<AdminCreateUserRequest, 'UserPoolId'>, context: CognitoContext,
): Promise<User> {
  const name = input.Username
  const directory = context.pools.directory(pool.id)
  if (input.MessageAction === 'RESEND') return directory.get(name)
  const password = input.TemporaryPassword
  if (password !== undefined) checkPassword(pool.settings.passwordPolicy, password)
  const made = await newUser(
    pool, { name, attributes: attributesOf(input.UserAttributes), password, status: 'FORCE_CHANGE_PASSWORD' }, context,
  )
  const { sub: _none, ...userAttributes } = made.attributes
  await context.triggers.run(pool, 'PreSignUp', {
    source: 'PreSignUp_AdminCreateUser', userName: made.username, clientId: undefined,
    request: { userAttributes, validationData: attributesOf(input.ValidationData), clientMetadata: (input.ClientMetadata ?? {}) },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  })
  directory.checkAliases(made, input.ForceAliasCreation === true)
  directory.add(made)
  if (password === undefined)
    context.log(`${pool.settings.name} has a new user ${name} without a password: AdminSetUserPassword gives one.`)
  return made
}
