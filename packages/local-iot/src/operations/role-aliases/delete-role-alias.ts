import { operation } from '../operation.ts'
import { findRoleAlias } from './find-role-alias.ts'

export const deleteRoleAlias = operation('DeleteRoleAlias', ({ roleAlias }, { state }) => {
  findRoleAlias(state, roleAlias)
  state.roleAliases.delete(roleAlias)
  state.tags.delete(state.arn(`rolealias/${roleAlias}`))
  return {}
})
