import { buildApp } from 'fauxqs'
import { expect, it } from 'vitest'
import * as operations from '../sqs/operations/of-the-engine.ts'
import { startFauxqs } from './fauxqs.ts'

const QueueUrl = 'http://sqs.us-east-1.localhost/000000000000/pours'

/** What is asked, one after the other. */
const requests: readonly (readonly [operation: string, input: object])[] = [
  ['CreateQueue', { QueueName: 'pours', Attributes: { VisibilityTimeout: '30' }, tags: { bar: 'north' } }],
  ['CreateQueue', { QueueName: 'pours', Attributes: { VisibilityTimeout: '31' } }],
  ['CreateQueue', { QueueName: 'orders', Attributes: { FifoQueue: 'true' } }],
  ['GetQueueUrl', { QueueName: 'pours' }],
  ['GetQueueUrl', { QueueName: 'nowhere' }],
  ['ListQueues', {}],
  ['SetQueueAttributes', { QueueUrl, Attributes: { DelaySeconds: '0' } }],
  ['GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn', 'VisibilityTimeout', 'DelaySeconds'] }],
  ['TagQueue', { QueueUrl, Tags: { tap: '1' } }],
  ['UntagQueue', { QueueUrl, TagKeys: ['bar'] }],
  ['ListQueueTags', { QueueUrl }],
  ['SendMessage', { QueueUrl, MessageBody: '' }],
  ['SendMessageBatch', { QueueUrl, Entries: [] }],
  ['ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 11 }],
  ['ReceiveMessage', { QueueUrl }],
  ['ChangeMessageVisibility', { QueueUrl, ReceiptHandle: 'none', VisibilityTimeout: 1 }],
  ['ChangeMessageVisibilityBatch', { QueueUrl, Entries: [{ Id: '1', ReceiptHandle: 'none', VisibilityTimeout: 1 }] }],
  ['DeleteMessage', { QueueUrl, ReceiptHandle: 'none' }],
  ['DeleteMessageBatch', { QueueUrl, Entries: [{ Id: '1', ReceiptHandle: 'none' }] }],
  ['PurgeQueue', { QueueUrl }],
  ['DeleteQueue', { QueueUrl }],
  ['Brew', {}],
]

it('answers for queues as fauxqs\'s own web server does', async () => {
  const server = buildApp({ logger: false, defaultRegion: 'us-east-1' })
  const engine = await startFauxqs('us-east-1')
  for (const [operation, input] of requests) {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` }
    const payload = JSON.stringify(input)
    const theirs = await server.inject({ method: 'POST', url: '/', headers, payload })
    const ours = await engine.inject({ service: 'sqs', headers, payload })
    const queryError = theirs.headers['x-amzn-query-error']
    expect({ operation, ...ours }).toEqual({
      operation, statusCode: theirs.statusCode, body: theirs.body,
      headers: expect.objectContaining(queryError === undefined ? {} : { 'x-amzn-query-error': queryError }) as object,
    })
  }
  await server.close()
  await engine.close()
})

it('knows every operation that is handed to it', () => {
  const asked = new Set(requests.map(([operation]) => operation))
  expect(Object.values(operations).map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([])
})

it('answers nothing once it is closed, and a long poll at once', async () => {
  const engine = await startFauxqs('us-east-1')
  const ask = (operation: string, input: object) => engine.inject({
    service: 'sqs', headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` },
    payload: JSON.stringify(input),
  })
  await ask('CreateQueue', { QueueName: 'pours' })
  await ask('ReceiveMessage', { QueueUrl })
  const poll = ask('ReceiveMessage', { QueueUrl, WaitTimeSeconds: 20 })
  // A turn, in which the poll begins to wait.
  await new Promise(setImmediate)
  await engine.close()
  expect(await poll).toMatchObject({ statusCode: 200 })
  await expect(ask('ReceiveMessage', { QueueUrl })).rejects.toThrow('Queues, topics and buckets are closed.')
})
