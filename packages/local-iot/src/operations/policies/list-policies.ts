import type { IotState, Policy } from '../../state/iot-state.ts'
import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

export const listPolicies = operation('ListPolicies', ({ marker, pageSize, ascendingOrder }, { state }) => {
  const key = (policy: Policy) => byCreation(policy, policy.policyName)
  const { items, nextToken } = page(state.policies.values(), key, marker, pageSize ?? 25, !ascendingOrder)
  return { policies: policyNamesAndArns(state, items.map(({ policyName }) => policyName)), nextMarker: nextToken }
})

export const policyNamesAndArns = (state: IotState, names: readonly string[]) =>
  names.map((policyName) => ({ policyName, policyArn: state.arn(`policy/${policyName}`) }))
