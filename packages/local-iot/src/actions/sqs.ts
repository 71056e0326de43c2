import { invalidRequest } from '../operations/service-exception.ts'
import { action, render } from './action.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/sqs-rule-action.html */
export const sqsAction = action('sqs', ({ queueUrl, useBase64 = false }, { template }) => {
  if (!/^https?:\/\//.test(queueUrl)) throw invalidRequest(`Queue URL is not valid: ${queueUrl}`)
  if (queueUrl.endsWith('.fifo')) throw invalidRequest('The SQS action does not support FIFO queues')
  const url = template(queueUrl)
  return {
    resource: queueUrl,
    remote: true,
    run: (input, { sendToQueue }) => sendToQueue(render(url, input), Buffer.from(input.payload).toString(useBase64 ? 'base64' : 'utf8')),
  }
})
