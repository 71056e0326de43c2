import { operation } from '../operation.ts'
import { findPolicy } from './find-policy.ts'

export const getPolicy = operation('GetPolicy', ({ policyName }, { state }) => {
  const { policyDocument, generationId, createdAtMs } = findPolicy(state, policyName)
  const date = new Date(createdAtMs)
  return {
    policyName, policyArn: state.arn(`policy/${policyName}`), policyDocument, defaultVersionId: '1',
    creationDate: date, lastModifiedDate: date, generationId,
  }
})
