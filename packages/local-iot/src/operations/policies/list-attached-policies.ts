import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { policyNamesAndArns } from './list-policies.ts'
import { attachedPolicies, checkTarget } from './policy-target.ts'

export const listAttachedPolicies = operation('ListAttachedPolicies', ({ target, recursive = false, marker, pageSize }, { state }) => {
  checkTarget(state, target)
  const { items, nextToken } = page(attachedPolicies(state, target, recursive), (policyName) => policyName, marker, pageSize ?? 25)
  return { policies: policyNamesAndArns(state, items), nextMarker: nextToken }
})
