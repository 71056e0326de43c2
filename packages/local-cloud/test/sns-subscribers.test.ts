import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import {
  ConfirmSubscriptionCommand, GetSubscriptionAttributesCommand, ListSubscriptionsByTopicCommand, PublishCommand,
  SetSubscriptionAttributesCommand, SNSClient, SubscribeCommand, UnsubscribeCommand,
} from '@aws-sdk/client-sns'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { AccountRootPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { DeliveryStream, DisableLogging, S3Bucket } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { CfnSubscription, Subscription, SubscriptionFilter, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns'
import { LambdaSubscription, SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

interface Bar {
  readonly hears?: boolean
  readonly filter?: boolean
}

const bar = ({ hears = true, filter = true }: Bar = {}) => (stack: Stack) => {
  const topic = new Topic(stack, 'Topic', { topicName: 'alerts' })
  topic.addToResourcePolicy(new PolicyStatement({
    actions: ['sns:Publish'], principals: [new AccountRootPrincipal()], resources: [topic.topicArn],
  }))
  const dead = new Queue(stack, 'Dead')
  const says = (name: string) => ({
    functionName: name, runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
    code: new InlineCode(`exports.handler = async ({ Records: [{ Sns }] }) => console.log('${name} heard', Sns.Message)`),
  })
  const always = new LambdaFunction(stack, 'Always', says('always'))
  topic.addSubscription(new LambdaSubscription(always, {
    deadLetterQueue: dead, ...(filter ? { filterPolicy: { severity: SubscriptionFilter.stringFilter({ allowlist: ['hot'] }) } } : {}),
  }))
  if (hears) new LambdaFunction(stack, 'Called', says('called'))
  new CfnOutput(stack, 'TopicArn', { value: topic.topicArn })
  new CfnOutput(stack, 'AlwaysArn', { value: always.functionArn })
  new CfnOutput(stack, 'DeadUrl', { value: dead.queueUrl })
  new CfnOutput(stack, 'DeadArn', { value: dead.queueArn })
}

const heard = ({ log }: TestCloud, text: string) =>
  eventually(() => log.some(({ source, message }) => source === 'function' && message === text))
const publish = ({ client, outputs }: TestCloud, Message: string) =>
  new SNSClient(client).send(new PublishCommand({ TopicArn: outputs['TopicArn'], Message }))
const called = 'arn:aws:lambda:us-east-1:123456789012:function:called'

// https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html, https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
it('subscribes functions by calls, over a restart, and has a queue for what they do not get', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  try {
    {
      await using before = await run(bar(), { dataDir })
      const sns = new SNSClient(before.client)
      const { TopicArn, AlwaysArn, DeadArn } = before.outputs
      await expect(sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: `${called}s` })))
        .rejects.toMatchObject({ name: 'InvalidParameterException' })
      const { SubscriptionArn } = await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: called }))
      expect((await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'lambda', Endpoint: called }))).SubscriptionArn)
        .toBe(SubscriptionArn)
      await sns.send(new SetSubscriptionAttributesCommand({
        SubscriptionArn, AttributeName: 'RedrivePolicy', AttributeValue: JSON.stringify({ deadLetterTargetArn: DeadArn }),
      }))
      await publish(before, 'one')
      await heard(before, 'called heard one')
      const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
      expect(Subscriptions.map(({ Protocol, Endpoint }) => `${Protocol} ${Endpoint}`).sort()).toEqual([
        `lambda ${AlwaysArn}`, `lambda ${called}`,
      ])
      expect((await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))).Attributes).toMatchObject({
        Protocol: 'lambda', Endpoint: called, RedrivePolicy: JSON.stringify({ deadLetterTargetArn: DeadArn }),
      })
    }
    await using after = await run(bar(), { dataDir })
    await publish(after, 'two')
    await heard(after, 'called heard two')

    await after.update(bar({ hears: false }))
    await publish(after, 'three')
    const { Messages } = await new SQSClient(after.client)
      .send(new ReceiveMessageCommand({ QueueUrl: after.outputs['DeadUrl'], WaitTimeSeconds: 15 }))
    expect(Messages?.map(({ Body }) => JSON.parse(Body ?? '').Message)).toEqual(['three'])
    expect(after.log.filter(({ message }) => message.includes('always heard'))).toEqual([])

    await after.update(bar({ hears: false, filter: false }))
    await publish(after, 'four')
    await heard(after, 'always heard four')
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

it('ends a subscription by a call, one of the template, too', { timeout: 30_000 }, async () => {
  await using running = await run((stack) => {
    bar()(stack)
    new CfnSubscription(stack, 'Second', {
      topicArn: `arn:aws:sns:us-east-1:123456789012:alerts`, protocol: 'lambda', endpoint: called,
    }).node.addDependency(stack.node.findChild('Called'), stack.node.findChild('Topic'))
  })
  const sns = new SNSClient(running.client)
  const { TopicArn } = running.outputs
  await publish(running, 'one')
  await heard(running, 'called heard one')
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))
  for (const { SubscriptionArn } of Subscriptions) await sns.send(new UnsubscribeCommand({ SubscriptionArn }))
  expect((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions).toEqual([])
  expect(await running.update((stack) => void new Queue(stack, 'Dead'))).toEqual(expect.arrayContaining(['removed Test/Second']))
  expect(running.log.filter(({ message }) => message.includes('could not be removed') || message.includes('Polling failed'))).toEqual([])
})

// https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html
it('posts to a server of this machine that has confirmed', { timeout: 30_000 }, async () => {
  await using running = await run(bar())
  const sns = new SNSClient(running.client)
  const { TopicArn, DeadUrl, DeadArn } = running.outputs
  const posted: { type: string | undefined; body: string; subscription: string | undefined }[] = []
  const server = createServer((request, response) => {
    const { 'x-amz-sns-message-type': type, 'x-amz-sns-subscription-arn': subscription } = request.headers as Record<string, string>
    void text(request).then((body) => posted.push({ type, body, subscription }))
    response.writeHead(request.url === '/fails' ? 500 : 200).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    await expect(sns.send(new SubscribeCommand({ TopicArn, Protocol: 'https', Endpoint: 'https://example.com/hook' })))
      .rejects.toMatchObject({ name: 'InvalidParameterException' })
    await expect(sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: 'none' })))
      .rejects.toMatchObject({ name: 'InvalidParameterException' })
    expect(
      (await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: `http://127.0.0.1:${port}/hook` }))).SubscriptionArn,
    ).toBe('pending confirmation')
    const asked = await eventually(() => posted.find(({ type }) => type === 'SubscriptionConfirmation'))
    await publish(running, 'unheard')
    expect(await (await fetch(JSON.parse(asked.body).SubscribeURL)).text()).toContain(`<SubscriptionArn>${TopicArn}:`)
    const { MessageId } = await publish(running, 'hello')
    const told = await eventually(() => posted.find(({ type }) => type === 'Notification'))
    expect([JSON.parse(told.body), told.subscription]).toEqual([
      expect.objectContaining({ Type: 'Notification', MessageId, TopicArn, Message: 'hello' }), expect.stringContaining(`${TopicArn}:`),
    ])

    const attributes = { RawMessageDelivery: 'true', RedrivePolicy: JSON.stringify({ deadLetterTargetArn: DeadArn }) }
    await sns.send(new SubscribeCommand({ TopicArn, Protocol: 'http', Endpoint: `http://127.0.0.1:${port}/fails`, Attributes: attributes }))
    const { Token } = JSON.parse(
      (await eventually(() => posted.find((each) => each !== asked && each.type === 'SubscriptionConfirmation'))).body,
    )
    await sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token }))
    await publish(running, 'lost')
    const { Messages } = await new SQSClient(running.client).send(new ReceiveMessageCommand({ QueueUrl: DeadUrl, WaitTimeSeconds: 15 }))
    expect(Messages?.map(({ Body }) => Body)).toEqual(['lost'])
  } finally {
    server.close()
  }
})

// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
it('hands on of a message with several texts the one for queues, else the one for all', { timeout: 60_000 }, async () => {
  await using running = await run((stack) => {
    const topic = new Topic(stack, 'Topic')
    const queue = new Queue(stack, 'Queue')
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }))
    new CfnOutput(stack, 'TopicArn', { value: topic.topicArn })
    new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
  })
  const { TopicArn, QueueUrl } = running.outputs
  const [sns, sqs] = [new SNSClient(running.client), new SQSClient(running.client)]
  const told = async (texts: string) => {
    await sns.send(new PublishCommand({ TopicArn, MessageStructure: 'json', Message: texts }))
    return (await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 15 }))).Messages?.map(({ Body }) => Body)
  }
  expect(await told('{"default":"for all","email":"for mail"}')).toEqual(['for all'])
  expect(await told('{"default":"for all","sqs":"for queues"}')).toEqual(['for queues'])
  for (const [texts, why] of [
    ['{"sqs":"for queues"}', 'No default entry'], ['{"default":1}', 'No default entry'], ['beer', 'failed to parse'],
  ] as const) {
    await expect(told(texts)).rejects.toMatchObject({ name: 'InvalidParameterException', message: expect.stringContaining(why) })
  }
})

// https://docs.aws.amazon.com/sns/latest/dg/sns-firehose-as-subscriber.html
it('subscribes delivery streams, whose records are the messages, a line each', { timeout: 60_000 }, async () => {
  await using running = await run((stack) => {
    const topic = new Topic(stack, 'Topic')
    const bucket = new Bucket(stack, 'Bucket')
    const stream = new DeliveryStream(stack, 'Stream', {
      destination: new S3Bucket(bucket as IBucket, { loggingConfig: new DisableLogging(), bufferingInterval: Duration.seconds(0) }),
    })
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('sns.amazonaws.com') })
    stream.grantPutRecords(role)
    new Subscription(stack, 'Subscription', {
      topic, protocol: SubscriptionProtocol.FIREHOSE, endpoint: stream.deliveryStreamArn, subscriptionRoleArn: role.roleArn,
      rawMessageDelivery: true,
    })
    new CfnOutput(stack, 'TopicArn', { value: topic.topicArn })
    new CfnOutput(stack, 'BucketName', { value: bucket.bucketName })
  })
  await publish(running, 'too warm')
  const s3 = new S3Client(running.client)
  const Bucket_ = running.outputs['BucketName']
  const key = await eventually(async () => (await s3.send(new ListObjectsV2Command({ Bucket: Bucket_ }))).Contents?.[0]?.Key)
  expect(await (await s3.send(new GetObjectCommand({ Bucket: Bucket_, Key: key }))).Body?.transformToString()).toBe('too warm\n')
  expect(running.log.filter(({ source }) => source === 'iam')).toEqual([])
})
