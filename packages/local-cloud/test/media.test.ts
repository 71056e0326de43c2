import { DescribeStreamCommand, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { mediaStack } from './apps/media/media-stack.ts'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let sqs: SQSClient

beforeAll(async () => {
  running = await run(mediaStack, { iam: 'enforce' })
  sqs = new SQSClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const upload = (Key: string, Body: string) =>
  new S3Client(running.client).send(new PutObjectCommand({ Bucket: running.outputs['Bucket'], Key, Body, ContentType: 'image/png' }))
const receive = (output: string) =>
  eventually(async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl: running.outputs[output], WaitTimeSeconds: 5 }))).Messages)

it('takes a photo from the bucket over function, table, stream, function and topic to the queues', { timeout: 40_000 }, async () => {
  await upload('photos/a cat.png', 'meow')
  expect((await receive('InboxUrl')).map(({ Body }) => JSON.parse(Body ?? ''))).toEqual([
    { photoId: 'photos/a cat.png', type: 'image/png' },
  ])
  const [enveloped] = await receive('ArchiveUrl')
  expect(JSON.parse(enveloped?.Body ?? '')).toMatchObject({
    Type: 'Notification', Subject: 'New photo', Message: JSON.stringify({ photoId: 'photos/a cat.png', type: 'image/png' }),
  })
})

it('hands over new photos alone, and tells of one that fails for good where it is', { timeout: 40_000 }, async () => {
  const { client, outputs, log } = running
  await new DynamoDBClient(client).send(new UpdateItemCommand({
    TableName: outputs['Table'], Key: { photoId: { S: 'photos/a cat.png' } }, UpdateExpression: 'SET likes = :n',
    ExpressionAttributeValues: { ':n': { N: '1' } },
  }))
  await upload('photos/empty.png', '')
  await upload('photos/dog.png', 'woof')
  expect((await receive('InboxUrl')).map(({ Body }) => JSON.parse(Body ?? '').photoId)).toEqual(['photos/dog.png'])
  const [lost] = await receive('LostUrl')
  const { StreamDescription } = await new DynamoDBStreamsClient(client).send(new DescribeStreamCommand({ StreamArn: outputs['StreamArn'] }))
  expect(JSON.parse(lost?.Body ?? '')).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', functionArn: expect.stringContaining('Announce') },
    version: '1.0',
    DDBStreamBatchInfo: { streamArn: outputs['StreamArn'], shardId: StreamDescription?.Shards?.[0]?.ShardId, batchSize: 1 },
  })
  expect(log.filter(({ message }) => message.startsWith('not announced')).length).toBeGreaterThanOrEqual(2)
  expect(log.filter(({ source, level }) => source === 'iam' && level !== 'info')).toEqual([])
})
