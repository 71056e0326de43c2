import { expect, it } from 'vitest'
import { startFauxqs } from '../queues-topics-buckets/fauxqs.ts'
import { createSqs } from './create-sqs.ts'

it('gives a message that a client hung up on to the next one at once', async () => {
  const engine = await startFauxqs('us-east-1')
  const sqs = createSqs(engine, { region: 'us-east-1', accountId: '123456789012', endpoint: 'http://127.0.0.1:1' })
  const { url: QueueUrl } = await sqs.createQueue('pours', { VisibilityTimeout: '600' })
  const request = (operation: string, input: object, signal = new AbortController().signal) =>
    sqs.answer(operation, { QueueUrl, ...input }, signal)
  const client = new AbortController()
  const poll = request('ReceiveMessage', { WaitTimeSeconds: 20 }, client.signal)
  client.abort()
  await request('SendMessage', { MessageBody: 'm-1' })
  await poll
  expect(await sqs.receive(QueueUrl, 10, 0)).toMatchObject([{ Body: 'm-1', Attributes: { ApproximateReceiveCount: '2' } }])
  await engine.close()
})
