import { operation } from '../operation.ts'
import { deleteConflict } from '../service-exception.ts'
import { findPolicyVersion } from './find-policy.ts'

export const deletePolicyVersion = operation('DeletePolicyVersion', ({ policyName, policyVersionId }, { state }) => {
  const { policy } = findPolicyVersion(state, policyName, policyVersionId)
  if (policy.defaultVersionId === policyVersionId) {
    throw deleteConflict(`Cannot delete the default version of a policy (name=${policyName}, version=${policyVersionId})`)
  }
  state.policies.set(policyName, { ...policy, versions: policy.versions.filter(({ versionId }) => versionId !== policyVersionId) })
})
