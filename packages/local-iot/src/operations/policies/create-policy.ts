import type { IotState } from '../../state/iot-state.ts'
import type { CreatePolicyRequest } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'
import { parseDocument } from './parse-document.ts'

export const createPolicy = operation('CreatePolicy', (input, { state }) => addPolicy(state, input))

/** Keeps a policy of one version. Throws where the name is taken. */
export function addPolicy(state: IotState, { policyName, policyDocument, tags }: CreatePolicyRequest) {
  const document = parseDocument(policyDocument)
  const policyArn = state.arn(`policy/${policyName}`)
  if (state.policies.has(policyName)) {
    throw alreadyExists(`Policy cannot be created - name already exists (name=${policyName})`, {
      resourceId: policyName, resourceArn: policyArn,
    })
  }
  tagCreated(state, policyArn, tags)
  const nowMs = state.clock.nowMs()
  const version = { versionId: '1', policyDocument, generationId: state.newId(), createdAtMs: nowMs }
  state.policies.set(policyName, {
    policyName, document, defaultVersionId: '1', versions: [version], lastVersion: 1, createdAtMs: nowMs, modifiedAtMs: nowMs,
  })
  state.permissionsChanged()
  return { policyName, policyArn, policyDocument, policyVersionId: '1' }
}
