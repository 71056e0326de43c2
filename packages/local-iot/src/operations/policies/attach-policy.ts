import type { IotState } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { limitExceeded } from '../../errors/service-exception.ts'
import { findPolicy } from './find-policy.ts'
import { checkTarget } from './policy-target.ts'

/** The most policies of one principal (AWS IoT Core quotas). */
const MAX_POLICIES = 10

export const attachPolicy = operation('AttachPolicy', ({ policyName, target }, { state }) => attach(state, policyName, target))

/** Attaches a policy to a certificate or thing group; attaching again what is attached succeeds. */
export function attach(state: IotState, policyName: string, target: string): void {
  findPolicy(state, policyName)
  checkTarget(state, target)
  const attached = state.attachments.policiesOf(target)
  if (attached.length >= MAX_POLICIES && !attached.includes(policyName)) {
    throw limitExceeded(`The maximum number of policies (${MAX_POLICIES}) is attached to ${target}`)
  }
  state.attachments.attachPolicy(policyName, target)
  state.permissionsChanged()
}
