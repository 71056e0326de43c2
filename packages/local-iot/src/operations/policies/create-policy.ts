import { LocalIotError } from '../../local-iot-error.ts'
import { parsePolicyDocument } from '../../policy/policy-document.ts'
import { operation } from '../operation.ts'
import { alreadyExists, malformedPolicy } from '../service-exception.ts'

export const createPolicy = operation('CreatePolicy', ({ policyName, policyDocument }, { state }) => {
  const document = parsed(policyDocument)
  const policyArn = state.arn(`policy/${policyName}`)
  if (state.policies.has(policyName)) {
    throw alreadyExists(`Policy cannot be created - name already exists (name=${policyName})`, { resourceId: policyName, resourceArn: policyArn })
  }
  state.policies.set(policyName, { policyName, policyDocument, document, generationId: state.newId(), createdAtMs: state.clock.nowMs() })
  state.permissionsChanged()
  return { policyName, policyArn, policyDocument, policyVersionId: '1' }
})

function parsed(text: string) {
  try {
    return parsePolicyDocument(text)
  } catch (error) {
    if (error instanceof LocalIotError) throw malformedPolicy(error.message)
    throw error
  }
}
