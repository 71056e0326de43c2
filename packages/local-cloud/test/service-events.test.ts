import { CopyObjectCommand, DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3'
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud

/** Buckets and a state machine that the default event bus is told of. */
function build(stack: Stack): void {
  const bucket = new Bucket(stack, 'Bucket', { eventBridgeEnabled: true })
  const plain = new CfnBucket(stack, 'Plain', {
    bucketName: 'plain', notificationConfiguration: { eventBridgeConfiguration: { eventBridgeEnabled: true } },
  })
  const silent = new Bucket(stack, 'Silent', { bucketName: 'silent' })
  const queue = new Queue(stack, 'Queue')
  const executions = new Queue(stack, 'Executions')
  const machine = new StateMachine(stack, 'Machine', { definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass')) })
  new Rule(stack, 'Objects', { eventPattern: { source: ['aws.s3'] }, targets: [new SqsQueue(queue)] })
  new Rule(stack, 'Ended', {
    eventPattern: { source: ['aws.states'], detail: { status: ['SUCCEEDED'] } }, targets: [new SqsQueue(executions)],
  })
  for (const [name, value] of Object.entries({
    BucketName: bucket.bucketName, PlainName: plain.ref, SilentName: silent.bucketName, QueueUrl: queue.queueUrl,
    ExecutionsUrl: executions.queueUrl, MachineArn: machine.stateMachineArn,
  })) {
    new CfnOutput(stack, name, { value })
  }
}

beforeAll(async () => {
  running = await run(build)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

async function received(output: string, count: number) {
  const bodies: string[] = []
  await eventually(async () => {
    const { Messages = [] } = await new SQSClient(running.client)
      .send(new ReceiveMessageCommand({ QueueUrl: running.outputs[output], WaitTimeSeconds: 5, MaxNumberOfMessages: 10 }))
    bodies.push(...Messages.map(({ Body = '' }) => Body))
    return bodies.length >= count
  })
  return bodies.map((body) => JSON.parse(body))
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
it('tells the default event bus of objects', async () => {
  const s3 = new S3Client(running.client)
  const { BucketName: Bucket, PlainName, SilentName } = running.outputs
  const Key = 'in/a b+c.json'
  await s3.send(new PutObjectCommand({ Bucket: SilentName, Key, Body: 'unheard' }))
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'hello' }))
  await s3.send(new CopyObjectCommand({ Bucket: PlainName, Key: 'copy', CopySource: `${Bucket}/${encodeURIComponent(Key)}` }))
  await s3.send(new DeleteObjectCommand({ Bucket, Key }))
  const told = await received('QueueUrl', 3)
  const requested = { 'request-id': expect.any(String), requester: '123456789012', 'source-ip-address': '127.0.0.1' }
  expect(told.find(({ detail }) => detail.reason === 'PutObject')).toEqual({
    version: '0', id: expect.any(String), 'detail-type': 'Object Created', source: 'aws.s3', account: '123456789012',
    time: expect.stringMatching(/Z$/), region: 'us-east-1', resources: [`arn:aws:s3:::${Bucket}`],
    detail: {
      version: '0', bucket: { name: Bucket },
      object: { key: Key, size: 5, etag: '5d41402abc4b2a76b9719d911017c592', sequencer: expect.any(String) }, ...requested,
      reason: 'PutObject',
    },
  })
  expect(told.map(({ detail }) => `${detail.bucket.name} ${detail.reason}`).sort())
    .toEqual([`${Bucket} DeleteObject`, `${Bucket} PutObject`, 'plain CopyObject'].sort())
  expect(told.find(({ 'detail-type': type }) => type === 'Object Deleted')?.detail).toEqual({
    version: '0', bucket: { name: Bucket }, object: { key: Key, sequencer: expect.any(String) }, ...requested, reason: 'DeleteObject',
    'deletion-type': 'Permanently Deleted',
  })
})

// https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
it('tells the default event bus of executions', async () => {
  const { MachineArn: stateMachineArn } = running.outputs
  const { executionArn } = await new SFNClient(running.client)
    .send(new StartExecutionCommand({ stateMachineArn, input: '{"ml":400}', name: 'e-1' }))
  const [event] = await received('ExecutionsUrl', 1)
  expect(event).toMatchObject({
    'detail-type': 'Step Functions Execution Status Change', source: 'aws.states', resources: [executionArn],
    detail: {
      executionArn, stateMachineArn, name: 'e-1', status: 'SUCCEEDED', startDate: expect.any(Number), stopDate: expect.any(Number),
      input: '{"ml":400}', output: '{"ml":400}', error: null,
    },
  })
})
