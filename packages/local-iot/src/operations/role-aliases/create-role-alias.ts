import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkRoleArn } from './find-role-alias.ts'

/** API_CreateRoleAlias.html */
const DEFAULT_DURATION_SEC = 3600

export const createRoleAlias = operation('CreateRoleAlias', (input, { state }) => {
  const { roleAlias, roleArn, credentialDurationSeconds = DEFAULT_DURATION_SEC, tags } = input
  const roleAliasArn = state.arn(`rolealias/${roleAlias}`)
  checkRoleArn(roleArn)
  if (state.roleAliases.has(roleAlias)) {
    throw alreadyExists(`RoleAlias cannot be created - already exists (name=${roleAlias})`, {
      resourceId: roleAlias, resourceArn: roleAliasArn,
    })
  }
  tagCreated(state, roleAliasArn, tags)
  const nowMs = state.clock.nowMs()
  state.roleAliases.set(roleAlias, { roleAlias, roleArn, credentialDurationSeconds, createdAtMs: nowMs, modifiedAtMs: nowMs })
  return { roleAlias, roleAliasArn }
})
