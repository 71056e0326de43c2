import type { Authorizer } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { checkAuthorizer } from './check-authorizer.ts'
import { findAuthorizer } from './find-authorizer.ts'

export const updateAuthorizer = operation('UpdateAuthorizer', (input, { state }) => {
  const known = findAuthorizer(state, input.authorizerName)
  const updated: Authorizer = {
    ...known,
    authorizerFunctionArn: input.authorizerFunctionArn ?? known.authorizerFunctionArn,
    tokenKeyName: input.tokenKeyName ?? known.tokenKeyName,
    tokenSigningPublicKeys: input.tokenSigningPublicKeys ?? known.tokenSigningPublicKeys,
    // One of the two: checked against the model.
    status: (input.status ?? known.status) as Authorizer['status'],
    enableCachingForHttp: input.enableCachingForHttp ?? known.enableCachingForHttp,
    lastModifiedDate: new Date(state.clock.nowMs()),
  }
  checkAuthorizer(updated)
  state.authorizers.set(input.authorizerName, updated)
  return { authorizerName: input.authorizerName, authorizerArn: known.authorizerArn }
})
