import { isRecord } from '@keg/aws-service'
import { newUser } from './accounts.ts'
import { texts } from './input.ts'
import type { SignInAttempt, SignInOptions } from './sign-in.ts'
import type { User } from './user-pool.ts'

/**
 * The user whom the pool's function brings from elsewhere, kept from now on; `undefined` where there is no such function, or it knows
 * nobody.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-migrate-user.html
 */
export async function migratedUser(
  { pool, client, clientMetadata = {} }: SignInAttempt, name: string, password: string, { pools, triggers, nowMs, newId }: SignInOptions,
): Promise<User | undefined> {
  const response = await triggers.run(pool, 'UserMigration', {
    source: 'UserMigration_Authentication', userName: name, clientId: client.id,
    request: { password, validationData: {}, clientMetadata, userAttributes: null },
    response: { userAttributes: null, forceAliasCreation: null, finalUserStatus: null, messageAction: null, desiredDeliveryMediums: null },
  })
  if (response === undefined || !isRecord(response['userAttributes'])) return undefined
  const { sub: _none, username: _neither, ...attributes } = texts(response['userAttributes'])
  const status = response['finalUserStatus'] === 'CONFIRMED' ? 'CONFIRMED' : 'RESET_REQUIRED'
  const user = await newUser(pool, { name, attributes, password, status }, { nowMs, newId })
  const directory = pools.directory(pool.id)
  directory.checkAliases(user, response['forceAliasCreation'] === true)
  directory.add(user)
  return user
}
