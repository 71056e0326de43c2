import { operation } from '../operation.ts'
import { attach } from './attach-policy.ts'

export const attachPrincipalPolicy = operation('AttachPrincipalPolicy', ({ policyName, principal }, { state }) =>
  attach(state, policyName, principal),
)
