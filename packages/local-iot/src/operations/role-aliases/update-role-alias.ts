import { operation } from '../operation.ts'
import { checkRoleArn, findRoleAlias } from './find-role-alias.ts'

// Credentials that were issued stay as they are.
export const updateRoleAlias = operation('UpdateRoleAlias', ({ roleAlias, roleArn, credentialDurationSeconds }, { state }) => {
  const known = findRoleAlias(state, roleAlias)
  if (roleArn !== undefined) checkRoleArn(roleArn)
  state.roleAliases.set(roleAlias, {
    ...known,
    roleArn: roleArn ?? known.roleArn,
    credentialDurationSeconds: credentialDurationSeconds ?? known.credentialDurationSeconds,
    modifiedAtMs: state.clock.nowMs(),
  })
  return { roleAlias, roleAliasArn: state.arn(`rolealias/${roleAlias}`) }
})
