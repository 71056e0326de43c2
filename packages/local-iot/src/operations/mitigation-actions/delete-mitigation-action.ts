import { operation } from '../operation.ts'
import { mitigationActionArn } from './find-mitigation-action.ts'

// Deleting one that is not there succeeds: the model lists no ResourceNotFoundException.
export const deleteMitigationAction = operation('DeleteMitigationAction', ({ actionName }, { state }) => {
  state.mitigationActions.delete(actionName)
  state.tags.delete(mitigationActionArn(state, actionName))
  return {}
})
