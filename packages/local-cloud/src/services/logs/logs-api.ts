import { jsonProtocol } from '@keg/aws-service'
import { serveCalls, type Operations } from '../aws-protocol/serve-calls.ts'
import { eventOperations } from './event-operations.ts'
import { filterOperations } from './filter-operations.ts'
import { groupOperations } from './group-operations.ts'
import type { Logs } from './logs.ts'
import { policyOperations } from './policy-operations.ts'
import { searchOperations } from './search-operations.ts'

const protocols = [jsonProtocol('Logs_20140328')]

/**
 * CloudWatch Logs as SDK clients speak to it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html
 */
export function logsApi(logs: Logs): (request: Request) => Promise<Response> {
  const operations: Operations = { ...groupOperations(logs), ...eventOperations(logs), ...searchOperations(logs), ...filterOperations(logs), ...policyOperations(logs.options) }
  return (request) => serveCalls({ name: 'CloudWatch Logs', protocols, operations }, request)
}
