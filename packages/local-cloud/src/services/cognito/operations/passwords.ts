import { confirmed } from '../accounts.ts'
import { invalidParameter, userNotFound, wrongPassword } from '../cognito-error.ts'
import { optionalText, text, texts } from '../input.ts'
import type { CognitoContext, Operations } from '../operation.ts'
import { checkPassword, isPassword, keptPassword } from '../password.ts'
import { checkSecretHash } from '../secret-hash.ts'
import { masked } from '../codes.ts'
import { SELF_SERVICE_SCOPE } from '../tokens.ts'
import type { User, UserPool } from '../user-pool.ts'
import { clientOf } from './sign-up.ts'

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
export const passwordOperations: Operations = {
  async ChangePassword(input, context) {
    const { pool, user } = await context.tokens.check(text(input, 'AccessToken'), SELF_SERVICE_SCOPE)
    if (user.password === undefined || !await isPassword(user.password, text(input, 'PreviousPassword'))) throw wrongPassword()
    await setPassword(pool, user, text(input, 'ProposedPassword'), {}, context)
    return {}
  },

  async ForgotPassword(input, context) {
    const { pool, client } = clientOf(input, context)
    const name = text(input, 'Username')
    const user = context.pools.directory(pool.id).find(name)
    checkSecretHash(client, [name, user?.username ?? name], optionalText(input, 'SecretHash'))
    if (user === undefined) {
      if (!client.hidesUnknownUsers) throw userNotFound()
      return { CodeDeliveryDetails: { Destination: masked(name.includes('@') ? name : `${name}@example.com`), DeliveryMedium: 'EMAIL', AttributeName: 'email' } }
    }
    const attribute = (['email', 'phone_number'] as const).find((each) => user.attributes[`${each}_verified`] === 'true')
    if (attribute === undefined) throw invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number')
    return { CodeDeliveryDetails: await context.codes.send(pool, user, 'forgotPassword', { clientId: client.id, attribute }) }
  },

  async ConfirmForgotPassword(input, context) {
    const { pool, client } = clientOf(input, context)
    const user = context.pools.directory(pool.id).get(text(input, 'Username'))
    checkSecretHash(client, [text(input, 'Username'), user.username], optionalText(input, 'SecretHash'))
    const password = text(input, 'Password')
    checkPassword(pool.settings.passwordPolicy, password)
    context.codes.check(user, 'forgotPassword', text(input, 'ConfirmationCode'))
    const now = await setPassword(pool, user, password, { status: 'CONFIRMED' }, context)
    await confirmed(pool, now, 'PostConfirmation_ConfirmForgotPassword', client.id, texts(input['ClientMetadata']), context)
    return {}
  },

  async AdminSetUserPassword(input, context) {
    const pool = context.pools.get(text(input, 'UserPoolId'))
    const user = context.pools.directory(pool.id).get(text(input, 'Username'))
    await setPassword(pool, user, text(input, 'Password'), { status: input['Permanent'] === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' }, context)
    return {}
  },

  async AdminResetUserPassword(input, context) {
    const pool = context.pools.get(text(input, 'UserPoolId'))
    const directory = context.pools.directory(pool.id)
    const user = directory.change(directory.get(text(input, 'Username')), { status: 'RESET_REQUIRED' })
    await context.codes.send(pool, user, 'forgotPassword', { clientId: undefined })
    return {}
  },
}

/** Throws `ServiceError` `InvalidPasswordException` for one that the policy does not allow. */
async function setPassword(pool: UserPool, user: User, password: string, changes: Partial<User>, { pools, newId }: CognitoContext): Promise<User> {
  checkPassword(pool.settings.passwordPolicy, password)
  return pools.directory(pool.id).withoutCode(user, { ...changes, password: await keptPassword(pool.id, user.username, password, newId) })
}
