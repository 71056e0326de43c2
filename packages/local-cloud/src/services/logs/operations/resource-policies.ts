import type { Logs } from '../logs.ts'
import { missing, notFound } from '../refusal.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

/** A policy that lets services of AWS write to groups, as CDK's targets of rules make it by a call: it is kept, and not enforced. */
interface ResourcePolicy {
  readonly policyName: string
  readonly policyDocument: string
  readonly lastUpdatedTime: number
}

const policies = ({ options: { shelves } }: Logs) => shelves.shelf<ResourcePolicy>('log-resource-policies')

export const putResourcePolicy = operation('PutResourcePolicy', ({ policyName, policyDocument }, logs) => {
  if (policyName === undefined || policyDocument === undefined) throw missing(policyName === undefined ? 'policyName' : 'policyDocument')
  const resourcePolicy = { policyName, policyDocument, lastUpdatedTime: logs.options.nowMs() }
  policies(logs).set(policyName, resourcePolicy)
  return { resourcePolicy }
})

export const deleteResourcePolicy = operation('DeleteResourcePolicy', ({ policyName }, logs) => {
  if (policyName === undefined) throw missing('policyName')
  if (!policies(logs).delete(policyName)) throw notFound(`policy with name [${policyName}]`)
})

export const describeResourcePolicies = operation('DescribeResourcePolicies', (input, logs) => {
  const { items, nextToken } = page([...policies(logs).values()], input)
  return { resourcePolicies: items, nextToken }
})
