import type { IotState, Policy, PolicyVersion } from '../../state/iot-state.ts'
import { notFound } from '../../errors/service-exception.ts'

export function findPolicy({ policies }: IotState, policyName: string): Policy {
  const policy = policies.get(policyName)
  if (policy === undefined) throw notFound(`Policy not found (name=${policyName})`)
  return policy
}

export function findPolicyVersion(state: IotState, policyName: string, versionId: string): { policy: Policy; version: PolicyVersion } {
  const policy = findPolicy(state, policyName)
  const version = policy.versions.find((candidate) => candidate.versionId === versionId)
  if (version === undefined) throw notFound(`Policy version not found (name=${policyName}, version=${versionId})`)
  return { policy, version }
}

export const defaultVersion = ({ versions, defaultVersionId }: Policy): PolicyVersion | undefined =>
  versions.find(({ versionId }) => versionId === defaultVersionId)
