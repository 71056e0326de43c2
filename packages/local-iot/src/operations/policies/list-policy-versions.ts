import { operation } from '../operation.ts'
import { findPolicy } from './find-policy.ts'

export const listPolicyVersions = operation('ListPolicyVersions', ({ policyName }, { state }) => {
  const { versions, defaultVersionId } = findPolicy(state, policyName)
  return {
    policyVersions: versions.map(({ versionId, createdAtMs }) => ({
      versionId, isDefaultVersion: versionId === defaultVersionId, createDate: new Date(createdAtMs),
    })),
  }
})
