import { checkPrincipal } from '../certificates/find-certificate.ts'
import { operation } from '../operation.ts'
import { notEmulated, ServiceException } from '../service-exception.ts'
import { findPolicy } from './find-policy.ts'

/** The most policies of one principal (AWS IoT Core quotas). */
const MAX_POLICIES = 10

export const attachPolicy = operation('AttachPolicy', ({ policyName, target }, { state }) => {
  findPolicy(state, policyName)
  if (target.includes(':thinggroup/')) throw notEmulated('A policy on a thing group')
  if (!target.startsWith('arn:')) throw notEmulated('A policy on a Cognito identity')
  checkPrincipal(state, target)
  const attached = state.attachments.policiesOf(target)
  if (attached.length >= MAX_POLICIES && !attached.includes(policyName)) {
    throw new ServiceException('LimitExceededException', 410, `The maximum number of policies (${MAX_POLICIES}) is attached to ${target}`)
  }
  state.attachments.attachPolicy(policyName, target)
  state.permissionsChanged()
})
