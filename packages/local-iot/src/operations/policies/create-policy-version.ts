import { operation } from '../operation.ts'
import { ServiceException } from '../../errors/service-exception.ts'
import { findPolicy } from './find-policy.ts'
import { parseDocument } from './parse-document.ts'

/** The most versions of a policy: API_CreatePolicyVersion.html */
const MAX_VERSIONS = 5

export const createPolicyVersion = operation('CreatePolicyVersion', ({ policyName, policyDocument, setAsDefault = false }, { state }) => {
  const policy = findPolicy(state, policyName)
  const document = parseDocument(policyDocument)
  if (policy.versions.length >= MAX_VERSIONS) {
    const message = `The policy ${policyName} already has the maximum number of versions (${MAX_VERSIONS})`
    throw new ServiceException('VersionsLimitExceededException', 409, message)
  }
  const nowMs = state.clock.nowMs()
  const lastVersion = policy.lastVersion + 1
  const versionId = String(lastVersion)
  const versions = [...policy.versions, { versionId, policyDocument, generationId: state.newId(), createdAtMs: nowMs }]
  const asDefault = setAsDefault ? { document, defaultVersionId: versionId } : {}
  state.policies.set(policyName, { ...policy, versions, lastVersion, modifiedAtMs: nowMs, ...asDefault })
  if (setAsDefault) state.permissionsChanged()
  return { policyArn: state.arn(`policy/${policyName}`), policyDocument, policyVersionId: versionId, isDefaultVersion: setAsDefault }
})
