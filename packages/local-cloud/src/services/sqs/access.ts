import type { AccessTable } from '../../ground/access.ts'

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html */
export const sqsAccess: AccessTable = ({ operation, input }, { arn }) => {
  if (operation === 'ListQueues') return [{ action: 'sqs:ListQueues', resource: '*' }]
  // Moves name a queue by its ARN; one that is cancelled, by its handle alone.
  if (typeof input['SourceArn'] === 'string') return [{ action: `sqs:${operation}`, resource: input['SourceArn'] }]
  const queueName = input['QueueName'] ?? String(input['QueueUrl'] ?? '').split('/').at(-1)
  if (operation === '' || queueName === '') return undefined
  // A batch takes the permission of its elements.
  return [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource: arn('sqs', String(queueName)) }]
}
