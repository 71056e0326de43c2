import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { variable } from '@keg/store/variable'

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
