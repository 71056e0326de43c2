import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { findAuthorizer } from './find-authorizer.ts'

// Another one has to be cleared first: the API lists ResourceAlreadyExistsException.
export const setDefaultAuthorizer = operation('SetDefaultAuthorizer', ({ authorizerName }, { state }) => {
  const { authorizerArn } = findAuthorizer(state, authorizerName)
  const known = state.defaultAuthorizer
  if (known !== undefined && known !== authorizerName) {
    throw alreadyExists(`A default authorizer is set already: ${known}`, {
      resourceId: known, resourceArn: state.arn(`authorizer/${known}`),
    })
  }
  state.settings.set('defaultAuthorizer', authorizerName)
  return { authorizerName, authorizerArn }
})
