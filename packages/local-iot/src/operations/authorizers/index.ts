import { clearDefaultAuthorizer } from './clear-default-authorizer.ts'
import { createAuthorizer } from './create-authorizer.ts'
import { deleteAuthorizer } from './delete-authorizer.ts'
import { describeAuthorizer } from './describe-authorizer.ts'
import { describeDefaultAuthorizer } from './describe-default-authorizer.ts'
import { listAuthorizers } from './list-authorizers.ts'
import { setDefaultAuthorizer } from './set-default-authorizer.ts'
import { testInvokeAuthorizer } from './test-invoke-authorizer.ts'
import { updateAuthorizer } from './update-authorizer.ts'

/** The operations on authorizers, by AWS's name. */
export const authorizerOperations = {
  ClearDefaultAuthorizer: clearDefaultAuthorizer,
  CreateAuthorizer: createAuthorizer,
  DeleteAuthorizer: deleteAuthorizer,
  DescribeAuthorizer: describeAuthorizer,
  DescribeDefaultAuthorizer: describeDefaultAuthorizer,
  ListAuthorizers: listAuthorizers,
  SetDefaultAuthorizer: setDefaultAuthorizer,
  TestInvokeAuthorizer: testInvokeAuthorizer,
  UpdateAuthorizer: updateAuthorizer,
} as const
