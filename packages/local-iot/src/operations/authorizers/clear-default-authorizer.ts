import { operation } from '../operation.ts'
import { notFound } from '../../errors/service-exception.ts'

export const clearDefaultAuthorizer = operation('ClearDefaultAuthorizer', (_input, { state }) => {
  if (!state.settings.delete('defaultAuthorizer')) throw notFound('There is no default authorizer.')
  return {}
})
