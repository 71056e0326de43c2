import type { Operations } from '../aws-protocol/serve-calls.ts'
import type { Shelves } from '../../ground/shelf.ts'
import { notFound } from './refusal.ts'
import { member, page } from './request.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeResourcePolicies.html */
const DESCRIBED_MAX = 50

interface ResourcePolicy {
  readonly policyName: string
  readonly policyDocument: string
  readonly lastUpdatedTime: number
}

/** Policies that let services of AWS write to groups, as CDK's targets of rules make them by a call: kept, and not enforced. */
export function policyOperations({ shelves, nowMs }: { readonly shelves: Shelves; readonly nowMs: () => number }): Operations {
  const policies = shelves.shelf<ResourcePolicy>('log-resource-policies')
  return {
    PutResourcePolicy: (input) => {
      const policyName = member(input, 'policyName')
      const resourcePolicy = { policyName, policyDocument: member(input, 'policyDocument'), lastUpdatedTime: nowMs() }
      policies.set(policyName, resourcePolicy)
      return { resourcePolicy }
    },
    DeleteResourcePolicy: (input) => {
      const name = member(input, 'policyName')
      if (!policies.delete(name)) throw notFound(`policy with name [${name}]`)
      return {}
    },
    DescribeResourcePolicies: (input) => {
      const { items, nextToken } = page([...policies.values()], input, DESCRIBED_MAX)
      return { resourcePolicies: items, nextToken }
    },
  }
}
