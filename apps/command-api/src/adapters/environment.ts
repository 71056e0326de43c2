import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { HotStore } from '@keg/store'
import { dynamoDbStore } from '@keg/store/dynamodb'

/** A variable that the stack gives this function; throws where it is not set. */
export function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack gives it to this function.`)
  return value
}

/** The hot store in the table `TABLE_NAME`. */
export const storeFromEnvironment = (): HotStore => dynamoDbStore({ client: new DynamoDBClient(), tableName: variable('TABLE_NAME') })

let secret: Promise<Uint8Array> | undefined

/** The key that live tickets are signed with, from the secret `LIVE_SECRET_ARN`; read once, again after a failure. */
export function liveKey(): Promise<Uint8Array> {
  secret ??= new SecretsManagerClient()
    .send(new GetSecretValueCommand({ SecretId: variable('LIVE_SECRET_ARN') }))
    .then(({ SecretString }) => {
      if (!SecretString) throw new Error('The secret of the live tickets is empty.')
      return new TextEncoder().encode(SecretString)
    })
    .catch((error: unknown) => {
      secret = undefined
      throw error
    })
  return secret
}
