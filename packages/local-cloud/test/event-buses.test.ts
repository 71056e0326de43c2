import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import {
  CreateEventBusCommand, DeleteEventBusCommand, DeleteRuleCommand, DescribeEventBusCommand, DescribeRuleCommand, DisableRuleCommand,
  EnableRuleCommand, EventBridgeClient, ListEventBusesCommand, ListRuleNamesByTargetCommand, ListRulesCommand, ListTargetsByRuleCommand,
  PutEventsCommand, PutRuleCommand, PutTargetsCommand, RemoveTargetsCommand, TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient } from '@aws-sdk/client-kinesis'
import { DeleteQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { EventBus, EventField, Rule, RuleTargetInput, type IEventBus } from 'aws-cdk-lib/aws-events'
import { EventBus as BusTarget, CloudWatchLogGroup, KinesisStream, LogGroupTargetInput, SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { AccountRootPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let events: EventBridgeClient

/** A bus for sales, whose events go to a stream, a log group, a queue that is gone and an archive on the default bus. */
function build(stack: Stack): void {
  const bus = new EventBus(stack, 'Bus', { eventBusName: 'sales' })
  bus.addToResourcePolicy(new PolicyStatement({
    sid: 'all', actions: ['events:PutEvents'], principals: [new AccountRootPrincipal()], resources: [bus.eventBusArn],
  }))
  const other = new EventBus(stack, 'Other', { eventBusName: 'other' })
  const stream = new Stream(stack, 'Stream', { shardCount: 1 })
  const group = new LogGroup(stack, 'Group', { logGroupName: '/aws/events/sales' })
  const briefly = new LogGroup(stack, 'Briefly', { logGroupName: '/aws/events/orders' })
  const [gone, dead, heard, third] = ['Gone', 'Dead', 'Heard', 'Third'].map((id) => new Queue(stack, id, { queueName: id })) as [
    Queue, Queue, Queue, Queue,
  ]
  const rule = new Rule(stack, 'Sold', { ruleName: 'sold', eventBus: bus, eventPattern: { source: ['shop'] } })
  rule.addTarget(new KinesisStream(stream, { partitionKeyPath: '$.detail.orderId', message: RuleTargetInput.fromEventPath('$.detail') }))
  rule.addTarget(new SqsQueue(gone, { deadLetterQueue: dead, retryAttempts: 2 }))
  rule.addTarget(new BusTarget(EventBus.fromEventBusName(stack, 'Default', 'default')))
  new Rule(stack, 'Lines', {
    eventBus: bus, eventPattern: { source: ['shop'] }, targets: [new CloudWatchLogGroup(group, { installLatestAwsSdk: false })],
  })
  new Rule(stack, 'Orders', { eventBus: bus, eventPattern: { source: ['shop'] }, targets: [new CloudWatchLogGroup(briefly, {
    installLatestAwsSdk: false,
    logEvent: LogGroupTargetInput.fromObjectV2({ timestamp: EventField.time, message: EventField.fromPath('$.detail.orderId') }),
  })] })
  new Rule(stack, 'SentOn', {
    eventPattern: { source: ['shop'] },
    targets: [new SqsQueue(heard, { message: RuleTargetInput.fromText(`${EventField.detailType}`) }), new BusTarget(other as IEventBus)],
  })
  new Rule(stack, 'SentOnTwice', { eventBus: other, eventPattern: { source: ['shop'] }, targets: [new SqsQueue(third)] })
  for (const [name, value] of Object.entries({
    BusArn: bus.eventBusArn, BusName: bus.eventBusName, StreamName: stream.streamName, RuleArn: rule.ruleArn, GoneUrl: gone.queueUrl,
    DeadUrl: dead.queueUrl, HeardUrl: heard.queueUrl, HeardArn: heard.queueArn, ThirdUrl: third.queueUrl,
  })) {
    new CfnOutput(stack, name, { value })
  }
}

beforeAll(async () => {
  running = await run(build)
  events = new EventBridgeClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const receive = (output: string, WaitTimeSeconds = 10, { client, outputs } = running) =>
  new SQSClient(client)
    .send(new ReceiveMessageCommand({ QueueUrl: outputs[output], WaitTimeSeconds, MessageAttributeNames: ['All'] }))
    .then(({ Messages = [] }) => Messages)
const sale = (orderId: string, EventBusName: string | undefined = running.outputs['BusArn']) => ({
  Source: 'shop', DetailType: 'sale', Detail: JSON.stringify({ orderId }), EventBusName,
})

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
it('hands events on a bus of one\'s own to streams, log groups and other buses', async () => {
  const { outputs, client, log } = running
  expect(outputs).toMatchObject({
    BusName: 'sales', BusArn: 'arn:aws:events:us-east-1:123456789012:event-bus/sales',
    RuleArn: 'arn:aws:events:us-east-1:123456789012:rule/sales/sold',
  })
  await new SQSClient(client).send(new DeleteQueueCommand({ QueueUrl: outputs['GoneUrl'] }))
  const { Entries } = await events.send(new PutEventsCommand({
    Entries: [sale('o-1'), sale('o-2', 'nowhere'), { ...sale('o-3'), Source: 'aws.shop' }],
  }))
  expect(Entries).toMatchObject([
    { EventId: expect.any(String) }, { ErrorCode: 'ResourceNotFoundException' }, { ErrorCode: 'NotAuthorizedForSourceException' },
  ])

  const kinesis = new KinesisClient(client)
  const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand({
    StreamName: outputs['StreamName'], ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON',
  }))
  const { Records } = await eventually(async () => {
    const answer = await kinesis.send(new GetRecordsCommand({ ShardIterator }))
    return answer.Records?.length === 1 && answer
  })
  expect(Records?.map(({ PartitionKey, Data }) => [PartitionKey, Buffer.from(Data ?? []).toString()]))
    .toEqual([['o-1', '{"orderId":"o-1"}']])

  const line = (logGroupName: string) => eventually(async () => {
    const answer = await new CloudWatchLogsClient(client).send(new FilterLogEventsCommand({ logGroupName }))
    return answer.events?.length === 1 && answer.events[0]?.message
  })
  expect(await line('/aws/events/orders')).toBe('o-1')
  expect(JSON.parse(await line('/aws/events/sales'))).toMatchObject({ id: Entries?.[0]?.EventId, detail: { orderId: 'o-1' } })

  expect((await receive('HeardUrl')).map(({ Body }) => Body)).toEqual(['"sale"'])
  // From one bus to another, and to no third one.
  await eventually(() => log.some(({ source, message }) => source === 'events' && message.includes('is not sent on to other')))
  expect(await receive('ThirdUrl', 0)).toEqual([])
})

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
it('puts what does not reach a target into its dead-letter queue', async () => {
  const [message] = await receive('DeadUrl')
  expect(JSON.parse(message?.Body ?? '')).toMatchObject({ source: 'shop', detail: { orderId: 'o-1' } })
  const attributes = Object.fromEntries(
    Object.entries(message?.MessageAttributes ?? {}).map(([name, { StringValue }]) => [name, StringValue]),
  )
  expect(attributes).toEqual({
    RULE_ARN: running.outputs['RuleArn'], TARGET_ARN: 'arn:aws:sqs:us-east-1:123456789012:Gone', ERROR_CODE: 'NO_RESOURCE',
    ERROR_MESSAGE: expect.any(String), RETRY_ATTEMPTS: '0',
  })
})

describe('rules and buses by calls', () => {
  it('are made, described, listed and deleted', async () => {
    const { HeardArn } = running.outputs
    const { EventBusArn } = await events.send(new CreateEventBusCommand({ Name: 'mine', Description: 'my own' }))
    await expect(events.send(new CreateEventBusCommand({ Name: 'mine' }))).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' })
    expect(await events.send(new DescribeEventBusCommand({ Name: 'mine' }))).toMatchObject({
      Name: 'mine', Arn: EventBusArn, Description: 'my own',
    })
    expect((await events.send(new ListEventBusesCommand({}))).EventBuses?.map(({ Name }) => Name))
      .toEqual(['default', 'mine', 'other', 'sales'])

    const EventPattern = '{"source":["me"]}'
    const rule = { Name: 'r', EventBusName: 'mine' }
    const { RuleArn } = await events.send(new PutRuleCommand({ ...rule, EventPattern, Description: 'hears me' }))
    expect(await events.send(new DescribeRuleCommand(rule))).toMatchObject({
      Arn: RuleArn, EventPattern, State: 'ENABLED', Description: 'hears me', EventBusName: 'mine',
    })
    await events.send(new PutTargetsCommand({
      Rule: 'r', EventBusName: 'mine', Targets: [{ Id: 'heard', Arn: HeardArn, InputPath: '$.detail.text' }, { Id: 'gone', Arn: HeardArn }],
    }))
    const { FailedEntries } = await events.send(new RemoveTargetsCommand({ Rule: 'r', EventBusName: 'mine', Ids: ['gone', 'never'] }))
    expect(FailedEntries).toMatchObject([{ TargetId: 'never', ErrorCode: 'ResourceNotFoundException' }])
    expect((await events.send(new ListTargetsByRuleCommand({ Rule: 'r', EventBusName: 'mine' }))).Targets).toEqual([
      { Id: 'heard', Arn: HeardArn, InputPath: '$.detail.text' },
    ])
    expect((await events.send(new ListRuleNamesByTargetCommand({ EventBusName: 'mine', TargetArn: HeardArn }))).RuleNames).toEqual(['r'])
    expect((await events.send(new ListRulesCommand({ EventBusName: 'mine', NamePrefix: 'r' }))).Rules).toMatchObject([{ Name: 'r' }])

    const say = (text: string) => events.send(new PutEventsCommand({
      Entries: [{ Source: 'me', DetailType: 'd', Detail: JSON.stringify({ text }), EventBusName: 'mine' }],
    }))
    await events.send(new DisableRuleCommand(rule))
    await say('unheard')
    await events.send(new EnableRuleCommand(rule))
    await say('heard')
    expect((await receive('HeardUrl')).map(({ Body }) => Body)).toEqual(['"heard"'])

    await expect(events.send(new DeleteEventBusCommand({ Name: 'mine' }))).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(events.send(new DeleteRuleCommand(rule))).rejects.toMatchObject({
      message: 'Rule can\'t be deleted since it has targets.',
    })
    await events.send(new RemoveTargetsCommand({ Rule: 'r', EventBusName: 'mine', Ids: ['heard'] }))
    await events.send(new DeleteRuleCommand(rule))
    await events.send(new DeleteRuleCommand(rule))
    await expect(events.send(new DescribeRuleCommand(rule))).rejects.toMatchObject({
      name: 'ResourceNotFoundException', message: 'Rule r does not exist on EventBus mine.',
    })
    await events.send(new DeleteEventBusCommand({ Name: 'mine' }))
    await expect(events.send(new DescribeEventBusCommand({ Name: 'mine' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('are refused as EventBridge does', async () => {
    await expect(events.send(new PutRuleCommand({ Name: 'r' }))).rejects.toMatchObject({ name: 'ValidationException' })
    await expect(events.send(new PutRuleCommand({ Name: 'a b', EventPattern: '{}' })))
      .rejects.toMatchObject({ name: 'ValidationException' })
    await expect(events.send(new PutRuleCommand({ Name: 'r', EventPattern: '{"source":"x"}' })))
      .rejects.toMatchObject({ name: 'InvalidEventPatternException' })
    await expect(events.send(new PutRuleCommand({ Name: 'r', ScheduleExpression: 'rate(5 minutes)', EventBusName: 'sales' })))
      .rejects.toMatchObject({ message: expect.stringContaining('only on the default event bus') })
    await expect(events.send(new PutTargetsCommand({ Rule: 'none', Targets: [{ Id: 'a', Arn: running.outputs['HeardArn'] }] })))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    await expect(events.send(new PutTargetsCommand({
      Rule: 'sold', EventBusName: 'sales', Targets: [{ Id: 'a', Arn: 'arn:aws:batch:us-east-1:123456789012:job-queue/q' }],
    }))).rejects.toMatchObject({ name: 'ValidationException' })
    const many = ['1', '2', '3', '4', '5', '6'].map((Id) => ({ Id, Arn: running.outputs['HeardArn'] }))
    await expect(events.send(new PutTargetsCommand({ Rule: 'sold', EventBusName: 'sales', Targets: many })))
      .rejects.toMatchObject({ name: 'LimitExceededException' })
    await expect(events.send(new DeleteEventBusCommand({ Name: 'default' }))).rejects.toMatchObject({ name: 'ValidationException' })
  })

  // https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html
  it('test a pattern', async () => {
    const event = {
      id: '1', account: '123456789012', source: 'shop', time: '2026-11-20T00:00:00Z', region: 'us-east-1', resources: [],
      'detail-type': 'sale', detail: { ip: '10.0.0.7' },
    }
    const test = async (EventPattern: string, Event: string = JSON.stringify(event)) =>
      (await events.send(new TestEventPatternCommand({ EventPattern, Event }))).Result
    expect(await test('{"detail":{"ip":[{"cidr":"10.0.0.0/24"}]}}')).toBe(true)
    expect(await test('{"source":["pub"]}')).toBe(false)
    await expect(test('{"source":[{"like":"x"}]}')).rejects.toMatchObject({ name: 'InvalidEventPatternException' })
    await expect(test('{}', '{"id":"1"}')).rejects.toMatchObject({ name: 'ValidationException' })
  })
})

it('has buses, rules and targets after a restart, and changes them with the template', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  const shop = (source: string) => (stack: Stack) => {
    const bus = new EventBus(stack, 'Bus', { eventBusName: 'sales' })
    const queue = new Queue(stack, 'Queue', { queueName: 'q' })
    new Rule(stack, 'Sold', { ruleName: 'sold', eventBus: bus, eventPattern: { source: [source] }, targets: [new SqsQueue(queue)] })
    new CfnOutput(stack, 'Url', { value: queue.queueUrl })
  }
  const put = (cloud: TestCloud, Source: string, EventBusName: string) =>
    new EventBridgeClient(cloud.client).send(new PutEventsCommand({ Entries: [{ Source, DetailType: 'd', Detail: '{}', EventBusName }] }))
  const source = async (cloud: TestCloud) => (await receive('Url', 10, cloud)).map(({ Body }) => JSON.parse(Body ?? '').source)
  try {
    {
      await using before = await run(shop('shop'), { dataDir })
      const client = new EventBridgeClient(before.client)
      await client.send(new CreateEventBusCommand({ Name: 'mine' }))
      await client.send(new PutRuleCommand({ Name: 'r', EventBusName: 'mine', EventPattern: '{"source":["me"]}' }))
      await client.send(new PutTargetsCommand({
        Rule: 'r', EventBusName: 'mine', Targets: [{ Id: 'q', Arn: 'arn:aws:sqs:us-east-1:123456789012:q' }],
      }))
    }
    await using after = await run(shop('shop'), { dataDir })
    await put(after, 'shop', 'sales')
    expect(await source(after)).toEqual(['shop'])
    await put(after, 'me', 'mine')
    expect(await source(after)).toEqual(['me'])
    expect(await after.update(shop('pub'))).toEqual(['updated Test/Sold/Resource'])
    await put(after, 'shop', 'sales')
    await put(after, 'pub', 'sales')
    expect(await source(after)).toEqual(['pub'])
    expect(await after.update((stack) => void new Queue(stack, 'Queue', { queueName: 'q' })))
      .toEqual(expect.arrayContaining(['removed Test/Sold/Resource', 'removed Test/Bus/Resource']))
    expect((await new EventBridgeClient(after.client).send(new ListEventBusesCommand({}))).EventBuses?.map(({ Name }) => Name))
      .toEqual(['default', 'mine'])
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
