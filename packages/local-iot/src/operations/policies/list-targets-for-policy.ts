import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findPolicy } from './find-policy.ts'

export const listTargetsForPolicy = operation('ListTargetsForPolicy', ({ policyName, marker, pageSize }, { state }) => {
  findPolicy(state, policyName)
  const { items, nextToken } = page(state.attachments.targetsOf(policyName), (target) => target, marker, pageSize ?? 25)
  return { targets: items, nextMarker: nextToken }
})
