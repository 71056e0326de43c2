import { recoveryContactOf, recoveryContacts, simulatedDelivery } from '../account-recovery.ts'
import { confirmed, signOutOfBrowsers } from '../accounts.ts'
import { codeMismatch, invalidParameter, notAuthorized, userNotFound, wrongPassword } from '../cognito-error.ts'
import type { CognitoContext } from '../cognito-context.ts'
import { checkPassword, isPassword, keptPassword } from '../password.ts'
import { checkSecretHash } from '../secret-hash.ts'
import { SELF_SERVICE_SCOPE } from '../tokens.ts'
import type { User, UserPool, UserPoolClient } from '../user-pool.ts'
import { clientOf } from './sign-up.ts'
import type { CodeDeliveryDetailsType } from '../model.generated.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
export const changePassword = operation('ChangePassword', async (input, context) => {
  const { pool, user } = await context.tokens.check(input.AccessToken, SELF_SERVICE_SCOPE)
  if (user.password === undefined || !await isPassword(user.password, input.PreviousPassword ?? '')) throw wrongPassword()
  await setPassword(pool, user, input.ProposedPassword, {}, context)
  return {}
})

export const forgotPassword = operation('ForgotPassword', async (input, context) => {
  const { pool, client } = clientOf(input, context)
  const name = input.Username
  checkSecretHash(client, [name, context.pools.directory(pool.id).find(name)?.username ?? name], input.SecretHash)
  return { CodeDeliveryDetails: await sendPasswordCode(pool, client, name, context) }
})

export const confirmForgotPassword = operation('ConfirmForgotPassword', async (input, context) => {
  const { pool, client } = clientOf(input, context)
  const name = input.Username
  checkSecretHash(client, [name, context.pools.directory(pool.id).find(name)?.username ?? name], input.SecretHash)
  await confirmNewPassword(
    { pool, client, name, code: input.ConfirmationCode, password: input.Password, clientMetadata: (input.ClientMetadata ?? {}) }, context,
  )
  return {}
})

export const adminSetUserPassword = operation('AdminSetUserPassword', async (input, context) => {
  const pool = context.pools.get(input.UserPoolId)
  const user = context.pools.directory(pool.id).get(input.Username)
  await setPassword(pool, user, input.Password, { status: input.Permanent === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' }, context)
  signOutOfBrowsers(pool, user, context)
  return {}
})

export const adminResetUserPassword = operation('AdminResetUserPassword', async (input, context) => {
  const pool = context.pools.get(input.UserPoolId)
  const directory = context.pools.directory(pool.id)
  const user = directory.change(directory.get(input.Username), { status: 'RESET_REQUIRED' })
  signOutOfBrowsers(pool, user, context)
  await context.codes.send(pool, user, 'forgotPassword', { clientId: undefined })
  return {}
})

/**
 * Sends a code for a new password, and answers where to. Where the client hides who is there, it answers as if for an unknown user, and for
 * one who is disabled or has no address. Throws `ServiceException`.
 */
export async function sendPasswordCode(
  pool: UserPool, client: UserPoolClient, name: string, { pools, codes }: CognitoContext,
): Promise<CodeDeliveryDetailsType | undefined> {
  if (recoveryContacts(pool).length === 0) throw notAuthorized('Contact administrator to reset password.')
  const user = pools.directory(pool.id).find(name)
  const attribute = user === undefined ? undefined : recoveryContactOf(pool, user)
  if (attribute === undefined && client.hidesUnknownUsers) return simulatedDelivery(pool, name)
  if (user === undefined) throw userNotFound()
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'FORCE_CHANGE_PASSWORD') throw notAuthorized('User password cannot be reset in the current state.')
  if (attribute === undefined)
    throw invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number')
  return codes.send(pool, user, 'forgotPassword', { clientId: client.id, attribute })
}

/** Who sets a new password by a code. */
export interface NewPassword {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly name: string
  readonly code: string
  readonly password: string
  readonly clientMetadata: Readonly<Record<string, string>>
}

/**
 * Sets a password in the place of a forgotten one. Throws `ServiceException` for a wrong code, and for a password that the policy does not
 * allow.
 */
export async function confirmNewPassword(
  { pool, client, name, code, password, clientMetadata }: NewPassword, context: CognitoContext,
): Promise<void> {
  const user = context.pools.directory(pool.id).find(name)
  if (user === undefined && !client.hidesUnknownUsers) throw userNotFound()
  checkPassword(pool.settings.passwordPolicy, password)
  if (user === undefined || (client.hidesUnknownUsers && user.code === undefined && recoveryContactOf(pool, user) === undefined))
    throw codeMismatch()
  context.codes.check(user, 'forgotPassword', code)
  const now = await setPassword(pool, user, password, { status: 'CONFIRMED' }, context)
  signOutOfBrowsers(pool, user, context)
  await confirmed(pool, now, 'PostConfirmation_ConfirmForgotPassword', client.id, clientMetadata, context)
}

/** Throws `ServiceException` `InvalidPasswordException` for one that the policy does not allow. */
async function setPassword(
  pool: UserPool, user: User, password: string, changes: Partial<User>, { pools, newId }: CognitoContext,
): Promise<User> {
  checkPassword(pool.settings.passwordPolicy, password)
  return pools.directory(pool.id).withoutCode(user, { ...changes, password: await keptPassword(pool.id, user.username, password, newId) })
}
