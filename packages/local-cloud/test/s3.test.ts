import {
  CompleteMultipartUploadCommand, CopyObjectCommand, CreateMultipartUploadCommand, DeleteObjectCommand, DeleteObjectsCommand,
  GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client, UploadPartCommand,
} from '@aws-sdk/client-s3'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3'
import { LambdaDestination, SnsDestination, SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let s3: S3Client
let bucketName: string

/** Reads each object that it is told of, and says what is in it. */
const reading = `
const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3')
const s3 = new S3Client({})
exports.handler = async (event) => {
  const { s3: { bucket, object } } = event.Records[0]
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: decodeURIComponent(object.key.replaceAll('+', ' ')) }))
  console.log(JSON.stringify({ event, text: await Body.transformToString() }))
}`

function build(stack: Stack): void {
  const bucket = new Bucket(stack, 'Commands', { autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY, enforceSSL: true })
  const queue = new Queue(stack, 'Removed')
  const topic = new Topic(stack, 'Topic')
  const copies = new Queue(stack, 'Copies')
  topic.addSubscription(new SqsSubscription(copies))
  const handler = new LambdaFunction(stack, 'Reading', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', functionName: 'reading', memorySize: 256, code: new InlineCode(reading),
  })
  bucket.grantRead(handler)
  bucket.addEventNotification(EventType.OBJECT_CREATED_PUT, new LambdaDestination(handler), { prefix: 'in/', suffix: '.json' })
  bucket.addEventNotification(EventType.OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD, new LambdaDestination(handler))
  bucket.addEventNotification(EventType.OBJECT_REMOVED, new SqsDestination(queue))
  bucket.addEventNotification(EventType.OBJECT_CREATED_COPY, new SnsDestination(topic))
  for (const [name, value] of Object.entries({ Bucket: bucket.bucketName, RemovedUrl: queue.queueUrl, CopiesUrl: copies.queueUrl }))
    new CfnOutput(stack, name, { value })
}

beforeAll(async () => {
  running = await run(build)
  s3 = new S3Client(running.client)
  bucketName = running.outputs['Bucket'] ?? ''
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: bucketName, Key, Body, ContentType: 'application/json' }))
const received = async (output: string, complete: (bodies: readonly string[]) => boolean) => {
  const bodies: string[] = []
  await eventually(async () => {
    const { Messages = [] } = await new SQSClient(running.client)
      .send(new ReceiveMessageCommand({ QueueUrl: running.outputs[output], WaitTimeSeconds: 5, MaxNumberOfMessages: 10 }))
    bodies.push(...Messages.map(({ Body = '' }) => Body))
    return complete(bodies)
  })
  return bodies.map((body) => JSON.parse(body))
}
const read = () => running.log.filter(({ functionName, message }) => functionName === 'reading' && message.startsWith('{'))
  .map(({ message }) => JSON.parse(message))

it('keeps objects', async () => {
  await put('notes/a', '{"ml":250}')
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: bucketName, Key: 'notes/a' }))
  expect([await Body?.transformToString(), ContentType]).toEqual(['{"ml":250}', 'application/json'])
  expect(await s3.send(new HeadObjectCommand({ Bucket: bucketName, Key: 'notes/a' }))).toMatchObject({ ContentLength: 10 })
  expect((await s3.send(new ListObjectsV2Command({ Bucket: bucketName, Prefix: 'notes/' }))).Contents)
    .toMatchObject([{ Key: 'notes/a', Size: 10 }])
  await expect(s3.send(new GetObjectCommand({ Bucket: bucketName, Key: 'absent' }))).rejects.toMatchObject({ name: 'NoSuchKey' })
})

it('lets one of those win who write only what is not there', async () => {
  const writes = Array.from({ length: 5 }, (_, index) =>
    s3.send(new PutObjectCommand({ Bucket: bucketName, Key: 'once', Body: String(index), IfNoneMatch: '*' })))
  const outcomes = await Promise.allSettled(writes)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await expect(s3.send(new PutObjectCommand({ Bucket: bucketName, Key: 'once', Body: 'x', IfNoneMatch: '*' }))).rejects.toMatchObject({
    name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 },
  })
})

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
it('tells a function of the objects that match its filter, by a key that is encoded', async () => {
  await put('in/skipped.csv', 'x')
  const { ETag } = await put('in/keg 7 ü.json', '{"ml":300}')
  const [found] = await eventually(() => (read().length > 0 ? read() : undefined))
  expect(found.text).toBe('{"ml":300}')
  expect(found.event.Records).toMatchObject([{
    eventVersion: '2.1', eventSource: 'aws:s3', awsRegion: 'us-east-1', eventName: 'ObjectCreated:Put',
    eventTime: expect.stringMatching(/Z$/),
    s3: {
      bucket: { name: bucketName, arn: `arn:aws:s3:::${bucketName}` },
      object: { key: 'in/keg+7+%C3%BC.json', size: 10, eTag: ETag?.replaceAll('"', '') },
    },
  }])
  expect(read()).toHaveLength(1)
  expect(running.log.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([])
})

it('tells of an upload in parts when it is complete', async () => {
  const Key = 'large'
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket: bucketName, Key }))
  const { ETag } = await s3.send(new UploadPartCommand({ Bucket: bucketName, Key, UploadId, PartNumber: 1, Body: 'part' }))
  await s3.send(new CompleteMultipartUploadCommand({
    Bucket: bucketName, Key, UploadId, MultipartUpload: { Parts: [{ ETag, PartNumber: 1 }] },
  }))
  const found = await eventually(() => read().find(({ text }) => text === 'part'))
  expect(found.event.Records).toMatchObject([
    { eventName: 'ObjectCreated:CompleteMultipartUpload', s3: { object: { key: 'large', size: 4 } } },
  ])
})

it('tells a queue what is removed, after a test event, and says nothing of what was not there', async () => {
  for (const key of ['r/1', 'r/2', 'r/3']) await put(key, 'x')
  await s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key: 'r/absent' }))
  await s3.send(new DeleteObjectCommand({ Bucket: bucketName, Key: 'r/1' }))
  await s3.send(new DeleteObjectsCommand({
    Bucket: bucketName, Delete: { Objects: [{ Key: 'r/2' }, { Key: 'r/3' }, { Key: 'r/absent' }] },
  }))
  const [test, ...events] = await received('RemovedUrl', ({ length }) => length === 4)
  expect(test).toMatchObject({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: bucketName })
  expect(events.map(({ Records: [record] }) => [record.eventName, record.s3.object.key]).sort())
    .toEqual(['r/1', 'r/2', 'r/3'].map((key) => ['ObjectRemoved:Delete', key]))
})

it('tells a topic of copies', async () => {
  await put('original', 'x')
  await s3.send(new CopyObjectCommand({ Bucket: bucketName, Key: 'copy', CopySource: `${bucketName}/original` }))
  // The test event is there, too, where the queue was subscribed in time.
  const notifications = await received('CopiesUrl', (bodies) => bodies.some((body) => body.includes('Records')))
  const events = notifications.map(({ Subject, Message }) => [Subject, JSON.parse(Message)])
  expect(events.find(([, { Records }]) => Records !== undefined)).toMatchObject([
    'Amazon S3 Notification', { Records: [{ eventName: 'ObjectCreated:Copy', s3: { object: { key: 'copy', size: 1 } } }] },
  ])
})
