import { createHmac } from 'node:crypto'
import { notAuthorized } from './cognito-error.ts'
import type { UserPoolClient } from './user-pool.ts'

/**
 * Throws `ServiceException` `NotAuthorizedException` where a client with a secret does not prove that it knows it.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function checkSecretHash({ id, secret }: UserPoolClient, names: readonly string[], secretHash: string | undefined): void {
  if (secret === undefined) return
  if (secretHash === undefined) throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`)
  const good = names.some((name) => createHmac('sha256', secret).update(name + id).digest('base64') === secretHash)
  if (!good) throw notAuthorized(`Unable to verify secret hash for client ${id}`)
}
