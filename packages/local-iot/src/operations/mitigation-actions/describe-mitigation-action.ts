import { operation } from '../operation.ts'
import { findMitigationAction, shownAction } from './find-mitigation-action.ts'

export const describeMitigationAction =
  operation('DescribeMitigationAction', ({ actionName }, { state }) => shownAction(state, findMitigationAction(state, actionName)))
