import type { Authorizer } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkAuthorizer } from './check-authorizer.ts'

export const createAuthorizer = operation('CreateAuthorizer', (input, { state }) => {
  const {
    authorizerName, authorizerFunctionArn, tokenKeyName, tokenSigningPublicKeys, status, signingDisabled = false, enableCachingForHttp,
  } = input
  const authorizerArn = state.arn(`authorizer/${authorizerName}`)
  if (state.authorizers.has(authorizerName)) {
    throw alreadyExists(`Authorizer already exists: ${authorizerName}`, { resourceId: authorizerName, resourceArn: authorizerArn })
  }
  const date = new Date(state.clock.nowMs())
  const authorizer: Authorizer = {
    authorizerName, authorizerArn, authorizerFunctionArn, tokenKeyName, tokenSigningPublicKeys,
    // INACTIVE is AWS's default, and what a template that leaves it out gets: API_CreateAuthorizer.html
    status: (status ?? 'INACTIVE') as Authorizer['status'],
    creationDate: date, lastModifiedDate: date, signingDisabled, enableCachingForHttp: enableCachingForHttp ?? false,
  }
  checkAuthorizer(authorizer)
  tagCreated(state, authorizerArn, input.tags)
  state.authorizers.set(authorizerName, authorizer)
  return { authorizerName, authorizerArn }
})
