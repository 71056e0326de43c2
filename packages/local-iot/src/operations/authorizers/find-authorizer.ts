import type { Authorizer, IotState } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'

export function findAuthorizer({ authorizers }: IotState, authorizerName: string): Authorizer {
  const authorizer = authorizers.get(authorizerName)
  if (authorizer === undefined) throw notFound(`Authorizer not found: ${authorizerName}`)
  return authorizer
}
