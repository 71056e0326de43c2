import type { IotState, Policy } from '../../state/iot-state.ts'
import { notFound } from '../service-exception.ts'

export function findPolicy({ policies }: IotState, policyName: string): Policy {
  const policy = policies.get(policyName)
  if (policy === undefined) throw notFound(`Policy not found (name=${policyName})`)
  return policy
}
