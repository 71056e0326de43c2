import { operation } from '../operation.ts'
import { findPolicyVersion } from './find-policy.ts'

export const getPolicyVersion = operation('GetPolicyVersion', ({ policyName, policyVersionId }, { state }) => {
  const { policy, version } = findPolicyVersion(state, policyName, policyVersionId)
  const date = new Date(version.createdAtMs)
  return {
    policyArn: state.arn(`policy/${policyName}`), policyName, policyVersionId,
    policyDocument: version.policyDocument,
    isDefaultVersion: policy.defaultVersionId === policyVersionId,
    creationDate: date, lastModifiedDate: date,
    generationId: version.generationId,
  }
})
