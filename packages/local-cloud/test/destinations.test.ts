import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { ReceiveMessageCommand, SQSClient, type Message } from '@aws-sdk/client-sqs'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { AttributeType, StreamViewType, Table, type ITable } from 'aws-cdk-lib/aws-dynamodb'
import { EventBus, Rule, type IEventBus } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import {
  Function as LambdaFunction, InlineCode, Runtime, StartingPosition, type EventInvokeConfigOptions, type IFunction,
} from 'aws-cdk-lib/aws-lambda'
import {
  EventBridgeDestination, LambdaDestination, S3Destination, SnsDestination, SqsDestination,
} from 'aws-cdk-lib/aws-lambda-destinations'
import { DynamoEventSource, S3OnFailureDestination } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud

const doing = 'exports.handler = async ({ fail }) => { if (fail) throw new RangeError("empty"); return { done: true } }'

function build(stack: Stack): void {
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', timeout: Duration.seconds(5) }
  const told = new Queue(stack, 'Told')
  const dead = new Queue(stack, 'Dead')
  const topic = new Topic(stack, 'Topic')
  topic.addSubscription(new SqsSubscription(told))
  const bucket = new Bucket(stack, 'Bucket', { bucketName: 'records' })
  new Rule(stack, 'Rule', { eventPattern: { source: ['lambda'] }, targets: [new SqsQueue(told)] })
  const listener = new LambdaFunction(stack, 'Listener', {
    ...node, code: new InlineCode('exports.handler = async (event) => console.log("told", JSON.stringify(event))'),
  })
  const making = (name: string, props: EventInvokeConfigOptions) =>
    new LambdaFunction(stack, name, { ...node, functionName: name, code: new InlineCode(doing), retryAttempts: 0, ...props })
  making('toQueue', { onFailure: new SqsDestination(told), onSuccess: new SqsDestination(told) })
  making('toTopic', { onFailure: new SnsDestination(topic) })
  // CDK's own classes are not written for exactOptionalPropertyTypes.
  making('toFunction', { onSuccess: new LambdaDestination(listener as IFunction) })
  making('toBus', { onSuccess: new EventBridgeDestination(EventBus.fromEventBusName(stack, 'Bus', 'default') as IEventBus) })
  making('toBucket', { onFailure: new S3Destination(bucket as IBucket) })
  new LambdaFunction(stack, 'toDead', {
    ...node, functionName: 'toDead', code: new InlineCode(doing), retryAttempts: 0, deadLetterQueue: dead,
  })
  const table = new Table(stack, 'Table', {
    tableName: 'pours', partitionKey: { name: 'pk', type: AttributeType.STRING }, stream: StreamViewType.NEW_IMAGE,
  })
  const streamed = new LambdaFunction(stack, 'Streamed', {
    ...node, code: new InlineCode('exports.handler = async () => { throw new Error("never") }'),
  })
  streamed.addEventSource(new DynamoEventSource(table as ITable, {
    startingPosition: StartingPosition.LATEST, retryAttempts: 0, onFailure: new S3OnFailureDestination(bucket as IBucket),
  }))
  for (const [name, value] of Object.entries({ ToldUrl: told.queueUrl, DeadUrl: dead.queueUrl, ListenerArn: listener.functionArn }))
    new CfnOutput(stack, name, { value })
}

beforeAll(async () => void (running = await run(build)), 30_000)
afterAll(() => running[Symbol.asyncDispose]())

async function invoke(FunctionName: string, event: object): Promise<string | undefined> {
  const { $metadata } = await new LambdaClient(running.client)
    .send(new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: JSON.stringify(event) }))
  return $metadata.requestId
}

async function message(output: string): Promise<Message> {
  const { Messages = [] } = await new SQSClient(running.client).send(new ReceiveMessageCommand({
    QueueUrl: running.outputs[output], WaitTimeSeconds: 15, MessageAttributeNames: ['All'], VisibilityTimeout: 600,
  }))
  return Messages[0] ?? {}
}

/** The one object below a prefix that has such a key, once it is there. */
async function object(Prefix: string, wanted = /^/): Promise<{ key: string; record: Record<string, unknown> }> {
  const s3 = new S3Client({ ...running.client, forcePathStyle: true })
  const Key = await eventually(async () =>
    (await s3.send(new ListObjectsV2Command({ Bucket: 'records', Prefix }))).Contents?.find((each) => wanted.test(each.Key ?? ''))?.Key)
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'records', Key }))
  return { key: Key, record: JSON.parse(await Body?.transformToString() ?? '') as Record<string, unknown> }
}

const arn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}:$LATEST`

// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
describe('a destination of asynchronous invocations', () => {
  it('that is a queue is told of success', async () => {
    const requestId = await invoke('toQueue', { ml: 1 })
    expect(JSON.parse((await message('ToldUrl')).Body ?? '')).toEqual({
      version: '1.0', timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
      requestContext: { requestId, functionArn: arn('toQueue'), condition: 'Success', approximateInvokeCount: 1 },
      requestPayload: { ml: 1 }, responseContext: { statusCode: 200, executedVersion: '$LATEST' }, responsePayload: { done: true },
    })
  })

  it('that is a queue is told of failure', async () => {
    const requestId = await invoke('toQueue', { fail: true })
    expect(JSON.parse((await message('ToldUrl')).Body ?? '')).toMatchObject({
      requestContext: { requestId, condition: 'RetriesExhausted', approximateInvokeCount: 1 }, requestPayload: { fail: true },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorType: 'RangeError', errorMessage: 'empty' },
    })
  })

  it('may be a topic', async () => {
    await invoke('toTopic', { fail: true })
    const { Message } = JSON.parse((await message('ToldUrl')).Body ?? '') as { Message: string }
    expect(JSON.parse(Message)).toMatchObject({ requestContext: { functionArn: arn('toTopic'), condition: 'RetriesExhausted' } })
  })

  it('may be an event bus', async () => {
    await invoke('toBus', { ml: 2 })
    expect(JSON.parse((await message('ToldUrl')).Body ?? '')).toMatchObject({
      source: 'lambda', 'detail-type': 'Lambda Function Invocation Result - Success',
      resources: ['arn:aws:events:us-east-1:123456789012:event-bus/default', arn('toBus')],
      detail: { requestPayload: { ml: 2 }, responsePayload: { done: true } },
    })
  })

  it('may be a function', async () => {
    await invoke('toFunction', { ml: 3 })
    const line = await eventually(() => running.log.find(({ message: text }) => text.startsWith('told ')))
    expect(JSON.parse(line.message.slice('told '.length))).toMatchObject({ requestPayload: { ml: 3 } })
  })

  it('may be a bucket', async () => {
    await invoke('toBucket', { fail: true })
    const { key, record } = await object('aws/lambda/async/')
    expect(key).toMatch(/^aws\/lambda\/async\/toBucket\/\d{4}\/\d\d\/\d\d\/\d{4}-\d\d-\d\dT\d\d\.\d\d\.\d\d-[0-9a-f-]{36}$/)
    expect(record).toMatchObject({ requestPayload: { fail: true }, requestContext: { condition: 'RetriesExhausted' } })
  })

  it('is reached by the function\'s role, which the template lets do it', () => {
    expect(running.log.filter(({ source, level }) => source === 'iam' && level === 'warn')).toEqual([])
  })
})

it('a dead-letter queue gets the event, with the reason as attributes', async () => {
  const requestId = await invoke('toDead', { fail: true })
  const { Body, MessageAttributes } = await message('DeadUrl')
  expect([Body, MessageAttributes]).toMatchObject(['{"fail":true}', {
    RequestID: { StringValue: requestId }, ErrorCode: { DataType: 'Number', StringValue: '200' }, ErrorMessage: { StringValue: 'empty' },
  }])
})

// https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
it('a bucket gets the records that a stream\'s function did not take', async () => {
  await new DynamoDBClient(running.client).send(new PutItemCommand({ TableName: 'pours', Item: { pk: { S: 'p-1' } } }))
  const { record } = await object('aws/lambda/', /^aws\/lambda\/[0-9a-f-]{36}\//)
  expect(record).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 1 }, DDBStreamBatchInfo: { batchSize: 1 },
  })
  expect(JSON.parse(String(record['payload']))).toMatchObject({
    Records: [{ eventName: 'INSERT', dynamodb: { Keys: { pk: { S: 'p-1' } } } }],
  })
})
