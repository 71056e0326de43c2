import { simulatedDelivery } from '../account-recovery.ts'
import { checkWritable } from '../attributes.ts'
import { confirmed, newUser } from '../accounts.ts'
import { codeMismatch, notAuthorized, invalidParameter, userNotFound } from '../cognito-error.ts'
import { attributesOf } from '../input.ts'
import type { CognitoContext } from '../cognito-context.ts'
import { checkPassword } from '../password.ts'
import { checkSecretHash } from '../secret-hash.ts'
import type { User, UserPool, UserPoolClient } from '../user-pool.ts'
import type { ConfirmSignUpRequest, SignUpRequest } from '../model.generated.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export const signUp = operation('SignUp', async (input, context) => {
  const { pool, client } = clientOf(input, context)
  const name = input.Username
  checkSecretHash(client, [name], input.SecretHash)
  // In AWS it may be missing where there are other first factors.
  if (input.Password === undefined)
    throw invalidParameter('1 validation error detected: Value at \'password\' failed to satisfy constraint: Member must not be null')
  const attributes = attributesOf(input.UserAttributes)
  checkWritable(client, Object.keys(attributes))
  const user = await signUpUser({ pool, client, name, password: input.Password, attributes, input }, context)
  const delivered = user.status === 'CONFIRMED' ? undefined : await context.codes.send(pool, user, 'signUp', { clientId: client.id })
  return {
    UserConfirmed: user.status === 'CONFIRMED', UserSub: user.attributes['sub'] ?? '',
    ...(delivered === undefined ? {} : { CodeDeliveryDetails: delivered }),
  }
})

export const confirmSignUp = operation('ConfirmSignUp', async (input, context) => {
  const { pool, client } = clientOf(input, context)
  const user = userWithCode(pool, client, input.Username, context)
  checkSecretHash(client, [input.Username, user.username], input.SecretHash)
  await confirmUser({ pool, client, user, code: input.ConfirmationCode, force: input.ForceAliasCreation === true, input }, context)
  return {}
})

export const resendConfirmationCode = operation('ResendConfirmationCode', async (input, context) => {
  const { pool, client } = clientOf(input, context)
  const user = context.pools.directory(pool.id).find(input.Username)
  if (client.hidesUnknownUsers && user?.enabled !== true) return { CodeDeliveryDetails: simulatedDelivery(pool, input.Username) }
  if (user === undefined) throw userNotFound()
  if (user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.')
  return { CodeDeliveryDetails: await context.codes.send(pool, user, 'signUp', { clientId: client.id }) }
})

/** Who confirms an account. Throws `ServiceException` for an unknown user: where the client hides those, as for a wrong code. */
export function userWithCode(pool: UserPool, { hidesUnknownUsers }: UserPoolClient, name: string, { pools }: CognitoContext): User {
  const user = pools.directory(pool.id).find(name)
  if (user === undefined) throw hidesUnknownUsers ? codeMismatch() : userNotFound()
  return user
}

/** The client that a public operation names, and its pool. */
export function clientOf(input: { readonly ClientId: string }, { pools }: CognitoContext): { pool: UserPool; client: UserPoolClient } {
  const client = pools.client(input.ClientId)
  return { pool: pools.get(client.poolId), client }
}

/** Who signs up. */
export interface SigningUp {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly name: string
  readonly password: string
  readonly attributes: Readonly<Record<string, string>>
  /** With what is for the trigger. */
  readonly input: Pick<SignUpRequest, 'ClientMetadata' | 'ValidationData'>
}

/** Adds a user who signs up, confirmed already where the trigger says so. */
export async function signUpUser({ pool, client, name, password, attributes, input }: SigningUp, context: CognitoContext): Promise<User> {
  const { pools, triggers } = context
  if (pool.settings.adminCreateUserOnly) throw notAuthorized('SignUp is not permitted for this user pool')
  checkPassword(pool.settings.passwordPolicy, password)
  const made = await newUser(pool, { name, attributes, password, status: 'UNCONFIRMED' }, context)
  const clientMetadata = (input.ClientMetadata ?? {})
  const { sub: _none, ...userAttributes } = made.attributes
  const response = await triggers.run(pool, 'PreSignUp', {
    source: 'PreSignUp_SignUp', userName: made.username, clientId: client.id,
    request: { userAttributes, validationData: attributesOf(input.ValidationData), clientMetadata },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
  })
  const verified = {
    ...(response?.['autoVerifyEmail'] === true ? { email_verified: 'true' } : {}),
    ...(response?.['autoVerifyPhone'] === true ? { phone_number_verified: 'true' } : {}),
  }
  const isConfirmed = response?.['autoConfirmUser'] === true
  const user: User = { ...made, attributes: { ...made.attributes, ...verified }, status: isConfirmed ? 'CONFIRMED' : 'UNCONFIRMED' }
  const directory = pools.directory(pool.id)
  directory.checkAliases(user)
  directory.add(user)
  if (isConfirmed) await confirmed(pool, user, 'PostConfirmation_ConfirmSignUp', client.id, clientMetadata, context)
  return user
}

/** Who confirms with what. */
export interface Confirming {
  readonly pool: UserPool
  readonly client: UserPoolClient
  readonly user: User
  readonly code: string
  /** Whether an address is taken from another user who signs in by it. */
  readonly force: boolean
  readonly input: Pick<ConfirmSignUpRequest, 'ClientMetadata'>
}

/** Confirms an account by its code, which verifies the address that it was sent to. */
export async function confirmUser({ pool, client, user, code, force, input }: Confirming, context: CognitoContext): Promise<void> {
  if (user.status !== 'UNCONFIRMED') throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`)
  const { attribute } = context.codes.check(user, 'signUp', code)
  const attributes = pool.settings.autoVerifiedAttributes.includes(attribute)
    ? { ...user.attributes, [`${attribute}_verified`]: 'true' }
    : user.attributes
  const directory = context.pools.directory(pool.id)
  directory.checkAliases({ ...user, attributes }, force)
  const now = directory.withoutCode(user, { status: 'CONFIRMED', attributes })
  await confirmed(pool, now, 'PostConfirmation_ConfirmSignUp', client.id, (input.ClientMetadata ?? {}), context)
}
