import { randomUUID } from 'node:crypto'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { ListTopicsCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3'
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { startFauxqs } from 'fauxqs'
import { afterEach, describe, expect, it } from 'vitest'
import { listen } from '../src/adapters/http-listener.ts'
import { createDynamoDb } from '../src/services/dynamodb/dynamodb.ts'
import { startDynalite } from '../src/services/dynamodb/dynalite.ts'
import { memoryShelves } from '../src/ground/shelf.ts'
import { eventually, run, synthesize } from './synthesized.ts'
import { runAssembly } from '../src/index.ts'

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

/** From the topic to a queue, from the bucket to another, and from there by a function to a table. */
function build(stack: Stack): void {
  const inbox = new Queue(stack, 'Inbox')
  const topic = new Topic(stack, 'Topic')
  topic.addSubscription(new SqsSubscription(inbox))
  const uploads = new Queue(stack, 'Uploads')
  const bucket = new Bucket(stack, 'Bucket')
  bucket.addEventNotification(EventType.OBJECT_CREATED, new SqsDestination(uploads))
  const table = new Table(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING }, removalPolicy: RemovalPolicy.DESTROY,
  })
  const code = `
    const { DynamoDBClient, PutItemCommand } = require('@aws-sdk/client-dynamodb')
    exports.handler = async ({ Records }) => {
      for (const { body } of Records) for (const { s3 } of JSON.parse(body).Records ?? []) await new DynamoDBClient().send(new PutItemCommand({ TableName: process.env.TABLE, Item: { pk: { S: s3.object.key } } }))
    }`
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(code), environment: { TABLE: table.tableName },
  })
  table.grantWriteData(handler)
  handler.addEventSource(new SqsEventSource(uploads))
  for (const [name, value] of Object.entries({
    InboxUrl: inbox.queueUrl, TopicArn: topic.topicArn, BucketName: bucket.bucketName, TableName: table.tableName,
  })) {
    new CfnOutput(stack, name, { value })
  }
}

/** Emulators that were tried: what each has beside what it is here. */
const emulators: Readonly<Record<string, () => Promise<{ awsEndpoint: string; dynamodbEndpoint?: string }>>> = {
  // It has no DynamoDB.
  async 'fauxqs\'s own server'() {
    const server = await startFauxqs({ port: 0, logger: false })
    opened.push(() => server.stop())
    const dynamodb = createDynamoDb(await startDynalite({ nowMs: () => Date.now(), shelves: memoryShelves() }), {
      region: 'us-east-1', accountId: '000000000000', nowMs: () => Date.now(), newId: () => randomUUID(), shelves: memoryShelves(),
    })
    const listener = await listen({ fetch: (request) => dynamodb.fetch(request), upgrade: (_, socket) => socket.destroy() }, undefined)
    opened.push(() => listener.close())
    return { awsEndpoint: `http://127.0.0.1:${server.port}`, dynamodbEndpoint: listener.endpoint }
  },
  async 'another cloud of ours, of another account'() {
    const empty = synthesize((stack) => void new Queue(stack, 'Unused'))
    const cloud = await runAssembly(empty.directory, { accountId: '999988887777' })
    opened.push(async () => empty[Symbol.dispose](), () => cloud.close())
    return { awsEndpoint: cloud.endpoint }
  },
}

describe.each(Object.keys(emulators))('on %s', (name) => {
  it('wires what the template says', { timeout: 40_000 }, async () => {
    const endpoints = await emulators[name]?.()
    await using running = await run(build, endpoints)
    const { client, outputs, log } = running
    const { InboxUrl: QueueUrl, TopicArn, BucketName: Bucket_, TableName } = outputs as Record<string, string>
    expect([QueueUrl, TopicArn]).toEqual([
      expect.stringContaining(`${running.cloud.endpoint}/123456789012/`), expect.stringContaining(':123456789012:'),
    ])
    await new SNSClient(client).send(new PublishCommand({ TopicArn, Message: 'hello' }))
    const { Messages } = await new SQSClient(client).send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }))
    expect(JSON.parse(Messages?.[0]?.Body ?? '')).toMatchObject({ Message: 'hello', TopicArn })
    await new S3Client(client).send(new PutObjectCommand({ Bucket: Bucket_, Key: 'photo', Body: Buffer.from('meow') }))
    expect(await (await new S3Client(client).send(new GetObjectCommand({ Bucket: Bucket_, Key: 'photo' }))).Body?.transformToString())
      .toBe('meow')
    await eventually(async () =>
      (await new DynamoDBClient(client).send(new GetItemCommand({ TableName, Key: { pk: { S: 'photo' } } }))).Item)
    expect(log.filter(({ level }) => level !== 'info').map(({ message }) => message)).toEqual([])
    // It is there that all of it is.
    const there = { ...client, endpoint: endpoints?.awsEndpoint ?? '' }
    expect((await new SQSClient(there).send(new ListQueuesCommand({ QueueNamePrefix: 'Test-' }))).QueueUrls
      ?.filter((url) => /Inbox|Uploads/.test(url))).toHaveLength(2)
    expect((await new SNSClient(there).send(new ListTopicsCommand({}))).Topics).toHaveLength(1)
  })
})

it('says where no emulator is', async () => {
  await expect(run(build, { awsEndpoint: 'http://127.0.0.1:1' })).rejects.toMatchObject({
    code: 'RESOURCE_FAILED', evidence: [expect.objectContaining({ reason: 'No emulator answers at http://127.0.0.1:1.' })],
  })
})
