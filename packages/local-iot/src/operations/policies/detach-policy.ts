import { operation } from '../operation.ts'
import { findPolicy } from './find-policy.ts'

// Detaching what is not attached succeeds.
export const detachPolicy = operation('DetachPolicy', ({ policyName, target }, { state }) => {
  findPolicy(state, policyName)
  state.attachments.detachPolicy(policyName, target)
  state.permissionsChanged()
})
