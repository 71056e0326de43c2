import type { AccessTable } from '../../ground/access.ts'

const ofStream = new Set([
  'CreateDeliveryStream', 'DeleteDeliveryStream', 'DescribeDeliveryStream', 'PutRecord', 'PutRecordBatch', 'UpdateDestination',
])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisfirehose.html */
export const firehoseAccess: AccessTable = ({ operation, input }, { arn }) => {
  if (operation === 'ListDeliveryStreams') return [{ action: 'firehose:ListDeliveryStreams', resource: '*' }]
  return ofStream.has(operation)
    ? [{ action: `firehose:${operation}`, resource: arn('firehose', `deliverystream/${String(input['DeliveryStreamName'])}`) }]
    : undefined
}
