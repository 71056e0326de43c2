import { operation } from '../operation.ts'
import { findPolicyVersion } from './find-policy.ts'
import { parseDocument } from './parse-document.ts'

export const setDefaultPolicyVersion = operation('SetDefaultPolicyVersion', ({ policyName, policyVersionId }, { state }) => {
  const { policy, version } = findPolicyVersion(state, policyName, policyVersionId)
  const document = parseDocument(version.policyDocument)
  state.policies.set(policyName, { ...policy, document, defaultVersionId: policyVersionId, modifiedAtMs: state.clock.nowMs() })
  state.permissionsChanged()
})
