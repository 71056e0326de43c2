import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { invalidRequest, notEmulated } from '../../errors/service-exception.ts'
import { findThing } from '../things/find-thing.ts'
import { effectivePolicies } from '../../principals/effective-policies.ts'
import { defaultVersion } from './find-policy.ts'
import { attachedPolicies, checkTarget } from './policy-target.ts'

export const getEffectivePolicies = operation('GetEffectivePolicies', ({ principal, cognitoIdentityPoolId, thingName }, { state }) => {
  if (cognitoIdentityPoolId !== undefined) throw notEmulated('A policy on a Cognito identity')
  if (principal === undefined && thingName === undefined) throw invalidRequest('principal or thingName must be given')
  if (principal !== undefined) checkTarget(state, principal)
  if (thingName !== undefined) findThing(state, thingName)
  return {
    effectivePolicies: policiesOf(state, principal, thingName).map((policy) => ({
      policyName: policy.policyName,
      policyArn: state.arn(`policy/${policy.policyName}`),
      policyDocument: defaultVersion(policy)?.policyDocument,
    })),
  }
})

function policiesOf(state: IotState, principal: string | undefined, thingName: string | undefined) {
  if (!principal?.startsWith(state.arn('thinggroup/'))) return effectivePolicies(state, principal, thingName)
  return attachedPolicies(state, principal, true).flatMap((policyName) => state.policies.get(policyName) ?? [])
}
