import { operation } from '../operation.ts'
import { findAuthorizer } from './find-authorizer.ts'

export const describeAuthorizer = operation('DescribeAuthorizer', ({ authorizerName }, { state }) => ({
  authorizerDescription: findAuthorizer(state, authorizerName),
}))
