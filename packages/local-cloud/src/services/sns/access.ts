import type { AccessTable } from '../../ground/access.ts'

const ofAll = new Set(['ListTopics', 'ListSubscriptions'])
const ofTopic = new Set([
  'Publish', 'PublishBatch', 'Subscribe', 'GetTopicAttributes', 'SetTopicAttributes', 'ListSubscriptionsByTopic', 'DeleteTopic',
])

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const snsAccess: AccessTable = ({ operation, input }) => {
  if (ofAll.has(operation)) return [{ action: `sns:${operation}`, resource: '*' }]
  if (!ofTopic.has(operation)) return undefined
  // A text message to a telephone is published to no topic.
  return [{ action: `sns:${operation.replace(/Batch$/, '')}`, resource: String(input['TopicArn'] ?? input['TargetArn'] ?? '*') }]
}
