import { operation } from '../operation.ts'
import { deleteConflict } from '../../errors/service-exception.ts'
import { findPolicy } from './find-policy.ts'

export const deletePolicy = operation('DeletePolicy', ({ policyName }, { state }) => {
  const policy = findPolicy(state, policyName)
  if (state.attachments.targetsOf(policyName).length > 0) {
    throw deleteConflict(`The policy cannot be deleted as the policy is attached to one or more principals (name=${policyName})`)
  }
  if (policy.versions.length > 1) {
    throw deleteConflict(`The policy cannot be deleted as versions other than default version exist (name=${policyName})`)
  }
  state.policies.delete(policyName)
  state.tags.delete(state.arn(`policy/${policyName}`))
  state.permissionsChanged()
})
