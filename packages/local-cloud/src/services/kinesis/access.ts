import type { AccessTable } from '../../ground/access.ts'

const ofStream = new Set([
  'CreateStream', 'DeleteStream', 'DescribeStream', 'DescribeStreamSummary', 'GetRecords', 'GetShardIterator', 'ListShards', 'PutRecord',
  'PutRecords',
])

/**
 * An iterator begins with its stream's ARN.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html
 */
export const kinesisAccess: AccessTable = ({ operation, input }, { arn }) => {
  if (operation === 'ListStreams') return [{ action: 'kinesis:ListStreams', resource: '*' }]
  if (!ofStream.has(operation)) return undefined
  const named = input['StreamARN']
    ?? (input['StreamName'] === undefined ? undefined : arn('kinesis', `stream/${String(input['StreamName'])}`))
  return [{ action: `kinesis:${operation}`, resource: String(named ?? input['ShardIterator']).split('|')[0] ?? '*' }]
}
