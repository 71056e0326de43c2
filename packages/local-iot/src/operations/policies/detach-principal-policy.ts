import { operation } from '../operation.ts'
import { findPolicy } from './find-policy.ts'

// Detaching what is not attached succeeds.
export const detachPrincipalPolicy = operation('DetachPrincipalPolicy', ({ policyName, principal }, { state }) => {
  findPolicy(state, policyName)
  state.attachments.detachPolicy(policyName, principal)
  state.permissionsChanged()
})
