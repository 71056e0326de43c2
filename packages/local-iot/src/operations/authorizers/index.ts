import { createAuthorizer } from './create-authorizer.ts'
import { deleteAuthorizer } from './delete-authorizer.ts'
import { describeAuthorizer } from './describe-authorizer.ts'
import { updateAuthorizer } from './update-authorizer.ts'

/** The operations on authorizers, by AWS's name. */
export const authorizerOperations = {
  CreateAuthorizer: createAuthorizer,
  DeleteAuthorizer: deleteAuthorizer,
  DescribeAuthorizer: describeAuthorizer,
  UpdateAuthorizer: updateAuthorizer,
} as const
