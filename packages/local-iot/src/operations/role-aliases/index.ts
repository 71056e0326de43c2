import { createRoleAlias } from './create-role-alias.ts'
import { deleteRoleAlias } from './delete-role-alias.ts'
import { describeRoleAlias } from './describe-role-alias.ts'
import { listRoleAliases } from './list-role-aliases.ts'
import { updateRoleAlias } from './update-role-alias.ts'

/** The operations on role aliases, by AWS's name. */
export const roleAliasOperations = {
  CreateRoleAlias: createRoleAlias,
  DeleteRoleAlias: deleteRoleAlias,
  DescribeRoleAlias: describeRoleAlias,
  ListRoleAliases: listRoleAliases,
  UpdateRoleAlias: updateRoleAlias,
} as const
