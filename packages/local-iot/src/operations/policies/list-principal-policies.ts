import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { policyNamesAndArns } from './list-policies.ts'
import { attachedPolicies, checkTarget } from './policy-target.ts'

export const listPrincipalPolicies = operation('ListPrincipalPolicies', ({ principal, marker, pageSize, ascendingOrder }, { state }) => {
  checkTarget(state, principal)
  const { items, nextToken } = page(
    attachedPolicies(state, principal, false), (policyName) => policyName, marker, pageSize ?? 25, !ascendingOrder,
  )
  return { policies: policyNamesAndArns(state, items), nextMarker: nextToken }
})
