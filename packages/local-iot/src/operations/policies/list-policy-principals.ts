import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findPolicy } from './find-policy.ts'

// Thing groups are no principals; ListTargetsForPolicy has them.
export const listPolicyPrincipals = operation('ListPolicyPrincipals', ({ policyName, marker, pageSize, ascendingOrder }, { state }) => {
  findPolicy(state, policyName)
  const principals = state.attachments.targetsOf(policyName).filter((target) => target.startsWith(state.arn('cert/')))
  const { items, nextToken } = page(principals, (principal) => principal, marker, pageSize ?? 25, !ascendingOrder)
  return { principals: items, nextMarker: nextToken }
})
