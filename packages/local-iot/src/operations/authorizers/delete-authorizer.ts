import { operation } from '../operation.ts'
import { deleteConflict } from '../service-exception.ts'
import { findAuthorizer } from './find-authorizer.ts'

export const deleteAuthorizer = operation('DeleteAuthorizer', ({ authorizerName }, { state }) => {
  if (findAuthorizer(state, authorizerName).status === 'ACTIVE') {
    throw deleteConflict(`Authorizer is ACTIVE and cannot be deleted: ${authorizerName}`)
  }
  state.authorizers.delete(authorizerName)
  return {}
})
