import { invalidRequest } from '../errors/service-exception.ts'
import { action, delivery } from './action.ts'
import { fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/sqs-rule-action.html */
export const sqsAction = action('sqs', ({ roleArn, queueUrl, useBase64 = false }, setup) => {
  if (!/^https?:\/\//.test(queueUrl)) throw invalidRequest(`Queue URL is not valid: ${queueUrl}`)
  if (queueUrl.endsWith('.fifo')) throw invalidRequest('The SQS action does not support FIFO queues')
  const rendered = fields({ QueueUrl: queueUrl }, setup)
  return delivery('sqs', { resource: queueUrl, roleArn }, async (input) => ({
    ...(await rendered(input)),
    MessageBody: Buffer.from(input.payload).toString(useBase64 ? 'base64' : 'utf8'),
  }))
})
