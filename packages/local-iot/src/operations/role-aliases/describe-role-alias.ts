import { operation } from '../operation.ts'
import { findRoleAlias } from './find-role-alias.ts'

export const describeRoleAlias = operation('DescribeRoleAlias', (input, { state }) => {
  const { roleAlias, roleArn, credentialDurationSeconds, createdAtMs, modifiedAtMs } = findRoleAlias(state, input.roleAlias)
  return {
    roleAliasDescription: {
      roleAlias, roleArn, credentialDurationSeconds, roleAliasArn: state.arn(`rolealias/${roleAlias}`), owner: state.accountId,
      creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
    },
  }
})
