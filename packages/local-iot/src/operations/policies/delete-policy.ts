import { operation } from '../operation.ts'
import { deleteConflict } from '../service-exception.ts'
import { findPolicy } from './find-policy.ts'

export const deletePolicy = operation('DeletePolicy', ({ policyName }, { state }) => {
  findPolicy(state, policyName)
  if (state.attachments.hasTargets(policyName)) {
    throw deleteConflict(`The policy cannot be deleted as the policy is attached to one or more principals (name=${policyName})`)
  }
  state.policies.delete(policyName)
  state.permissionsChanged()
})
