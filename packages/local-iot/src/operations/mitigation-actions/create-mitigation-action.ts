import { alreadyExists, limitExceeded } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { actionType, mitigationActionArn } from './find-mitigation-action.ts'

/** AWS IoT Device Defender quotas. */
const MAX_ACTIONS = 100

export const createMitigationAction = operation('CreateMitigationAction', ({ actionName, roleArn, actionParams, tags }, { state }) => {
  const actionArn = mitigationActionArn(state, actionName)
  if (state.mitigationActions.has(actionName))
    throw alreadyExists(`Mitigation action ${actionName} already exists.`, { resourceId: actionName, resourceArn: actionArn })
  if (state.mitigationActions.size >= MAX_ACTIONS) throw limitExceeded(`An account can have at most ${MAX_ACTIONS} mitigation actions`)
  actionType(actionParams)
  tagCreated(state, actionArn, tags)
  const [actionId, nowMs] = [state.newId(), state.clock.nowMs()]
  state.mitigationActions.set(actionName, { actionName, actionId, roleArn, params: actionParams, createdAtMs: nowMs, modifiedAtMs: nowMs })
  return { actionArn, actionId }
})
