import { expect, it } from 'vitest'
import { startFauxqs } from '../fauxqs.ts'
import { createSqs } from './create-sqs.ts'

it('gives a message that a client hung up on to the next one at once', async () => {
  const sqs = createSqs(await startFauxqs('us-east-1'), { region: 'us-east-1', accountId: '123456789012', endpoint: 'http://127.0.0.1:1' })
  const { url: QueueUrl } = await sqs.createQueue('pours', { VisibilityTimeout: '600' })
  const request = (operation: string, input: object, signal?: AbortSignal) =>
    sqs.fetch(new Request('http://127.0.0.1:1/', {
      method: 'POST', headers: { 'x-amz-target': `AmazonSQS.${operation}` }, body: JSON.stringify({ QueueUrl, ...input }), signal: signal ?? null,
    }))
  const client = new AbortController()
  const poll = request('ReceiveMessage', { WaitTimeSeconds: 20 }, client.signal)
  client.abort()
  await request('SendMessage', { MessageBody: 'm-1' })
  await poll
  expect(await sqs.receive(QueueUrl, 10, 0)).toMatchObject([{ Body: 'm-1', Attributes: { ApproximateReceiveCount: '2' } }])
  await sqs.close()
})
