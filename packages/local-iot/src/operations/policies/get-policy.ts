import { operation } from '../operation.ts'
import { defaultVersion, findPolicy } from './find-policy.ts'

export const getPolicy = operation('GetPolicy', ({ policyName }, { state }) => {
  const policy = findPolicy(state, policyName)
  const version = defaultVersion(policy)
  return {
    policyName,
    policyArn: state.arn(`policy/${policyName}`),
    policyDocument: version?.policyDocument,
    defaultVersionId: policy.defaultVersionId,
    creationDate: new Date(policy.createdAtMs),
    lastModifiedDate: new Date(policy.modifiedAtMs),
    generationId: version?.generationId,
  }
})
