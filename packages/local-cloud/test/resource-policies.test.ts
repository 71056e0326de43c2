import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { CfnRule, Rule } from 'aws-cdk-lib/aws-events'
import { SnsTopic, SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { AnyPrincipal, Effect, PolicyStatement, type IPrincipal } from 'aws-cdk-lib/aws-iam'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket, CfnBucket, EventType, type IBucketNotificationDestination } from 'aws-cdk-lib/aws-s3'
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

const calling = `
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs')
const { S3Client, GetObjectCommand, PutObjectCommand } = require('@aws-sdk/client-s3')
const calls = {
  send: () => new SQSClient({}).send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: 'm' })),
  put: () => new S3Client({ forcePathStyle: true }).send(new PutObjectCommand({ Bucket: 'casks', Key: 'in/a', Body: 'a' })),
  get: () => new S3Client({ forcePathStyle: true }).send(new GetObjectCommand({ Bucket: 'casks', Key: 'in/a' })),
}
exports.handler = async (call) => calls[call]().then(() => 'done', ({ name, message }) => name + ': ' + message)
`

const withPolicies = (stack: Stack) => {
  const queue = new Queue(stack, 'Queue', { queueName: 'pours', enforceSSL: true })
  const topic = new Topic(stack, 'Topic', { topicName: 'alerts' })
  topic.addSubscription(new SqsSubscription(queue))
  new Rule(stack, 'Rule', { eventPattern: { source: ['bar'] }, targets: [new SqsQueue(queue), new SnsTopic(topic)] })
  const bucket = new Bucket(stack, 'Bucket', { bucketName: 'casks' })
  // CDK's own types disagree under exactOptionalPropertyTypes.
  bucket.addEventNotification(EventType.OBJECT_REMOVED, new SqsDestination(queue) as IBucketNotificationDestination)
  const caller = new LambdaFunction(stack, 'Caller', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', functionName: 'caller', environment: { QUEUE: queue.queueUrl },
    code: new InlineCode(calling),
  })
  // CDK's own types disagree under exactOptionalPropertyTypes.
  const role = caller.grantPrincipal as IPrincipal
  queue.addToResourcePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], principals: [role], resources: [queue.queueArn] }))
  bucket.addToResourcePolicy(new PolicyStatement({
    actions: ['s3:PutObject'], principals: [role], resources: [bucket.arnForObjects('in/*')],
  }))
  bucket.addToResourcePolicy(new PolicyStatement({
    effect: Effect.DENY, actions: ['s3:GetObject'], principals: [new AnyPrincipal()], resources: [bucket.arnForObjects('*')],
  }))
  new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
}

const call = async ({ client }: TestCloud, name: string) => {
  const { Payload } = await new LambdaClient(client).send(new InvokeCommand({ FunctionName: 'caller', Payload: JSON.stringify(name) }))
  return JSON.parse(Payload?.transformToString() ?? 'null') as unknown
}
const said = ({ log }: TestCloud) => log.filter(({ source, level }) => source === 'iam' && level !== 'info')

it('that CDK writes are enough for what it wires, and for the role that they name', async () => {
  await using running = await run(withPolicies, { iam: 'enforce' })
  expect(said(running)).toEqual([])
  expect([await call(running, 'send'), await call(running, 'put')]).toEqual(['done', 'done'])
  expect(said(running)).toEqual([])
  expect(await call(running, 'get')).toMatch(
    /^AccessDenied: User: .* is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::casks\/in\/a with an explicit deny in a resource-based policy$/,
  )
})

it('that are missing are told of at the start, with the statement to add; it is delivered all the same', async () => {
  await using running = await run((stack) => {
    const queue = new Queue(stack, 'Queue', { queueName: 'pours' })
    const topic = new Topic(stack, 'Topic', { topicName: 'alerts' })
    new CfnSubscription(stack, 'Subscription', { topicArn: topic.topicArn, protocol: 'sqs', endpoint: queue.queueArn })
    new CfnRule(stack, 'Rule', {
      name: 'rule', eventPattern: { source: ['bar'] }, targets: [{ id: 'q', arn: queue.queueArn }, { id: 't', arn: topic.topicArn }],
    })
    new CfnBucket(stack, 'Bucket', {
      bucketName: 'casks', notificationConfiguration: { queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }] },
    })
    new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
  })
  const [queue, topic] = ['arn:aws:sqs:us-east-1:123456789012:pours', 'arn:aws:sns:us-east-1:123456789012:alerts']
  const rule = 'arn:aws:events:us-east-1:123456789012:rule/rule'
  const line = (path: string, service: string, source: string, target: string, kind: string, action: string) => {
    const statement = {
      Effect: 'Allow', Principal: { Service: service }, Action: action, Resource: target,
      Condition: { ArnEquals: { 'aws:SourceArn': source } },
    }
    return `${path} does not reach ${target.split(':').at(-1)} in AWS: ${service} with source ${source} is not allowed by the policy of the ${kind}. The statement to add: ${JSON.stringify(statement)}`
  }
  expect(said(running).map(({ message }) => message).sort()).toEqual([
    line('Test/Bucket', 's3.amazonaws.com', 'arn:aws:s3:::casks', queue, 'queue', 'sqs:SendMessage'),
    line('Test/Rule', 'events.amazonaws.com', rule, queue, 'queue', 'sqs:SendMessage'),
    line('Test/Rule', 'events.amazonaws.com', rule, topic, 'topic', 'sns:Publish'),
    line('Test/Subscription', 'sns.amazonaws.com', topic, queue, 'queue', 'sqs:SendMessage'),
  ].sort())
  // The bucket's test event.
  const { Messages } = await new SQSClient(running.client)
    .send(new ReceiveMessageCommand({ QueueUrl: running.outputs['QueueUrl'], WaitTimeSeconds: 15 }))
  expect(Messages).toHaveLength(1)
})

it('are not missed where a bucket tells the default event bus alone', async () => {
  await using running = await run((stack) => void new CfnBucket(stack, 'Bucket', {
    bucketName: 'casks', notificationConfiguration: { eventBridgeConfiguration: { eventBridgeEnabled: true } },
  }))
  expect(said(running)).toEqual([])
})
