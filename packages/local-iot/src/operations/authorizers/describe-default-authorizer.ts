import { operation } from '../operation.ts'
import { notFound } from '../../errors/service-exception.ts'
import { findAuthorizer } from './find-authorizer.ts'

export const describeDefaultAuthorizer = operation('DescribeDefaultAuthorizer', (_input, { state }) => {
  if (state.defaultAuthorizer === undefined) throw notFound('There is no default authorizer.')
  return { authorizerDescription: findAuthorizer(state, state.defaultAuthorizer) }
})
