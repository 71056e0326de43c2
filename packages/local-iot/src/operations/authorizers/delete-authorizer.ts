import { operation } from '../operation.ts'
import { deleteConflict } from '../../errors/service-exception.ts'
import { findAuthorizer } from './find-authorizer.ts'

export const deleteAuthorizer = operation('DeleteAuthorizer', ({ authorizerName }, { state }) => {
  if (findAuthorizer(state, authorizerName).status === 'ACTIVE') {
    throw deleteConflict(`Authorizer is ACTIVE and cannot be deleted: ${authorizerName}`)
  }
  if (state.defaultAuthorizer === authorizerName) throw deleteConflict(`Authorizer is the default and cannot be deleted: ${authorizerName}`)
  state.authorizers.delete(authorizerName)
  state.tags.delete(state.arn(`authorizer/${authorizerName}`))
  return {}
})
