import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { actionType, findMitigationAction, mitigationActionArn } from './find-mitigation-action.ts'

// What is left out stays; its type does in any case.
export const updateMitigationAction = operation('UpdateMitigationAction', ({ actionName, roleArn, actionParams }, { state }) => {
  const known = findMitigationAction(state, actionName)
  const params = actionParams ?? known.params
  if (actionType(params) !== actionType(known.params)) throw invalidRequest('The type of a mitigation action can not be changed.')
  state.mitigationActions.set(actionName, { ...known, roleArn: roleArn ?? known.roleArn, params, modifiedAtMs: state.clock.nowMs() })
  return { actionArn: mitigationActionArn(state, actionName), actionId: known.actionId }
})
