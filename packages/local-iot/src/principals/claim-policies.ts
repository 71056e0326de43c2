import type { NamedPolicy } from '../policy/evaluate.ts'
import { parsePolicyDocument } from '../policy/policy-document.ts'
import type { IotState } from '../state/iot-state.ts'

/**
 * What the bearer of a provisioning claim may do: ask for a certificate and be provisioned by the claim's template. `undefined` for any
 * other certificate.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/provision-wo-cert.html#trusted-user
 */
export function claimPolicies(state: IotState, certificateId: string): readonly NamedPolicy[] | undefined {
  const claim = state.provisioningClaims.get(certificateId)
  if (claim === undefined) return undefined
  const topics = ['certificates/create', `provisioning-templates/${claim.templateName}/provision`]
  const resources = (kind: string) => topics.map((topic) => state.arn(`${kind}/$aws/${topic}*`))
  const document = parsePolicyDocument(JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'iot:Connect', Resource: '*' },
      { Effect: 'Allow', Action: ['iot:Publish', 'iot:Receive'], Resource: resources('topic') },
      { Effect: 'Allow', Action: 'iot:Subscribe', Resource: resources('topicfilter') },
    ],
  }))
  return [{ policyName: 'provisioning-claim', document }]
}
