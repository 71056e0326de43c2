import { ListSubscriptionsByTopicCommand, PublishBatchCommand, PublishCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let sns: SNSClient
let sqs: SQSClient

function build(stack: Stack): void {
  const topic = new Topic(stack, 'Alerts', { topicName: 'alerts' })
  const wrapped = new Queue(stack, 'Wrapped')
  const raw = new Queue(stack, 'Raw')
  const code = new InlineCode('exports.handler = async (event) => console.log(JSON.stringify(event))')
  const heard = new LambdaFunction(stack, 'Heard', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', functionName: 'heard', code })
  const hot = { severity: SubscriptionFilter.stringFilter({ allowlist: ['hot'] }) }
  topic.addSubscription(new SqsSubscription(wrapped))
  topic.addSubscription(new SqsSubscription(raw, { rawMessageDelivery: true, filterPolicy: hot }))
  topic.addSubscription(new LambdaSubscription(heard, { filterPolicy: hot }))
  for (const [name, value] of Object.entries({ TopicArn: topic.topicArn, WrappedUrl: wrapped.queueUrl, RawUrl: raw.queueUrl }))
    new CfnOutput(stack, name, { value })
}

beforeAll(async () => {
  running = await run(build)
  sns = new SNSClient(running.client)
  sqs = new SQSClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const publish = (Message: string, severity: string, Subject?: string) => sns.send(new PublishCommand({
  TopicArn: running.outputs['TopicArn'], Message, Subject, MessageAttributes: { severity: { DataType: 'String', StringValue: severity } },
}))
const receive = async (output: string) =>
  (await sqs.send(new ReceiveMessageCommand({
    QueueUrl: running.outputs[output], WaitTimeSeconds: 10, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'],
  }))).Messages
  ?? []

// https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html, https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
it('delivers to queues and functions by their filters', async () => {
  const { TopicArn } = running.outputs
  expect(TopicArn).toBe('arn:aws:sns:us-east-1:123456789012:alerts')
  await publish('"mild" \u00fc', 'mild')
  const { MessageId } = await publish('8.5 \u00b0C', 'hot', 'Keg 7')
  const wrapped = (await receive('WrappedUrl')).map(({ Body }) => JSON.parse(Body ?? ''))
  expect(wrapped.find(({ Message }) => Message === '"mild" \u00fc')).toMatchObject({ TopicArn })
  expect(wrapped.find(({ Message }) => Message === '8.5 \u00b0C')).toMatchObject({
    Type: 'Notification', MessageId, TopicArn, Subject: 'Keg 7', MessageAttributes: { severity: { Type: 'String', Value: 'hot' } },
    UnsubscribeURL: expect.stringContaining('SubscriptionArn=arn:aws:sns:us-east-1:123456789012:alerts:'),
  })
  expect(await receive('RawUrl')).toMatchObject([{ Body: '8.5 \u00b0C', MessageAttributes: { severity: { StringValue: 'hot' } } }])
  const event = await eventually(() => running.log.find(({ functionName, message }) =>
    functionName === 'heard' && message.startsWith('{'))?.message)
  expect(JSON.parse(event)).toEqual({
    Records: [{
      EventSource: 'aws:sns', EventVersion: '1.0',
      EventSubscriptionArn: expect.stringMatching(/^arn:aws:sns:us-east-1:123456789012:alerts:[0-9a-f-]{36}$/),
      Sns: {
        Type: 'Notification', MessageId, TopicArn, Subject: 'Keg 7', Message: '8.5 \u00b0C', Timestamp: expect.stringMatching(/Z$/),
        SignatureVersion: '1', Signature: expect.any(String), SigningCertUrl: expect.any(String), UnsubscribeUrl: expect.any(String),
        MessageAttributes: { severity: { Type: 'String', Value: 'hot' } },
      },
    }],
  })
  expect(running.log.filter(({ functionName, message }) => functionName === 'heard' && message.startsWith('{'))).toHaveLength(1)
  expect(running.log.filter(({ level, source }) => level === 'warn' && source === 'lambda')).toEqual([])
})

it('takes batches and targets, and leaves what people write alone', async () => {
  const { TopicArn } = running.outputs
  const stranger = 'arn:aws:sns:us-east-1:000000000000:alerts'
  await sns.send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: [{ Id: '1', Message: `batched ${stranger}` }] }))
  await sns.send(new PublishCommand({
    TargetArn: TopicArn, Message: JSON.stringify({ TopicArn: stranger, UnsubscribeURL: `SubscriptionArn=${stranger}` }),
  }))
  const messages: string[] = []
  await eventually(async () => {
    messages.push(...(await receive('WrappedUrl')).map(({ Body }) => JSON.parse(Body ?? '').Message))
    return messages.length === 2
  })
  expect(messages.sort())
    .toEqual([`batched ${stranger}`, JSON.stringify({ TopicArn: stranger, UnsubscribeURL: `SubscriptionArn=${stranger}` })].sort())
})

it('lists subscriptions, and shows none of its own queues', async () => {
  const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn: running.outputs['TopicArn'] }))
  expect(Subscriptions).toHaveLength(3)
  expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toHaveLength(2)
})

it('refuses what it does not deliver', async () => {
  await expect(sns.send(new SubscribeCommand({ TopicArn: running.outputs['TopicArn'], Protocol: 'email', Endpoint: 'bar@example.com' })))
    .rejects.toMatchObject({ name: 'InvalidParameterException' })
  await expect(publish('', 'hot')).rejects.toMatchObject({ name: 'InvalidParameterException' })
})

// https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html
it.each([
  ['Action=AddPermission', 'InvalidAction', 'SNS\'s AddPermission is not emulated.'],
  ['Action=CreateTopic', 'ValidationError', 'Value null at \'name\' failed to satisfy constraint: Member must not be null'],
  ['Action=CreateTopic&Name=t&Tags.member.1.Key=&Tags.member.1.Value=v', 'ValidationError', 'Value \'\' at \'tags.1.member.key\''],
  ['Action=Subscribe&Protocol=sqs', 'ValidationError', 'Value null at \'topicArn\''],
  [
    'Action=Subscribe&Protocol=sqs&TopicArn=t&ReturnSubscriptionArn=perhaps', 'SerializationException',
    '\'returnSubscriptionArn\' must be a boolean.',
  ],
])('refuses %s with %s', async (body, code, message) => {
  const authorization = 'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=0'
  const response = await fetch(running.cloud.endpoint, {
    method: 'POST', headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' }, body,
  })
  const answer = await response.text()
  expect([response.status, answer]).toEqual([400, expect.stringContaining(`<Code>${code}</Code>`)])
  expect(answer).toContain(message)
})
