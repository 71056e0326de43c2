import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { findPolicyVersion } from './find-policy.ts'

export const deletePolicyVersion = operation('DeletePolicyVersion', ({ policyName, policyVersionId }, { state }) => {
  const { policy } = findPolicyVersion(state, policyName, policyVersionId)
  if (policy.defaultVersionId === policyVersionId) {
    throw invalidRequest('Cannot delete the default version of a policy')
  }
  state.policies.set(policyName, { ...policy, versions: policy.versions.filter(({ versionId }) => versionId !== policyVersionId) })
})
