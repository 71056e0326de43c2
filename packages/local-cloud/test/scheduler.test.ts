import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import {
  CreateScheduleCommand, CreateScheduleGroupCommand, DeleteScheduleCommand, DeleteScheduleGroupCommand, GetScheduleCommand,
  GetScheduleGroupCommand, ListScheduleGroupsCommand, ListSchedulesCommand, SchedulerClient, UpdateScheduleCommand,
  type CreateScheduleCommandInput,
} from '@aws-sdk/client-scheduler'
import { DeleteQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { EventBus, Rule, type IEventBus } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { CfnSchedule, Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { EventBridgePutEvents, SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let scheduler: SchedulerClient

/** Makes a schedule of its own, as functions do that are to do something later. */
const remindsLater = `
const { SchedulerClient, CreateScheduleCommand } = require('@aws-sdk/client-scheduler')
exports.handler = (input) => new SchedulerClient({}).send(new CreateScheduleCommand(input)).then(({ ScheduleArn }) => ScheduleArn, ({ name, message }) => name + ': ' + message)`

function build(stack: Stack): void {
  const queue = new Queue(stack, 'Queue', { queueName: 'reminders' })
  const [gone, dead, sold] = ['Gone', 'Dead', 'Sold'].map((id) => new Queue(stack, id, { queueName: id })) as [Queue, Queue, Queue]
  const role = new Role(stack, 'Role', { roleName: 'reminding', assumedBy: new ServicePrincipal('scheduler.amazonaws.com') })
  queue.grantSendMessages(role)
  const bus = new EventBus(stack, 'Bus', { eventBusName: 'sales' })
  new Rule(stack, 'OfSchedules', { eventBus: bus, eventPattern: { source: ['till'] }, targets: [new SqsQueue(sold)] })
  const scheduleGroup = new ScheduleGroup(stack, 'Group', { scheduleGroupName: 'tills', removalPolicy: RemovalPolicy.DESTROY })
  const hourly = ScheduleExpression.rate(Duration.hours(1))
  new Schedule(stack, 'Closing', {
    schedule: hourly, scheduleGroup, scheduleName: 'closing',
    target: new EventBridgePutEvents(
      { source: 'till', detailType: 'closing', detail: ScheduleTargetInput.fromObject({ till: 1 }), eventBus: bus as IEventBus }, {},
    ),
  })
  new Schedule(stack, 'Lost', {
    schedule: hourly, scheduleGroup, scheduleName: 'lost', enabled: false,
    target: new SqsSendMessage(gone, { input: ScheduleTargetInput.fromText('lost'), deadLetterQueue: dead, retryAttempts: 0 }),
  })
  new CfnSchedule(stack, 'Past', {
    name: 'past', scheduleExpression: 'at(2020-01-01T00:00:00)', flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 5 },
    target: { arn: queue.queueArn, roleArn: role.roleArn },
  })
  const reminds = new LambdaFunction(stack, 'Reminds', {
    functionName: 'reminds', runtime: Runtime.NODEJS_24_X, handler: 'index.handler', timeout: Duration.seconds(20),
    code: new InlineCode(remindsLater),
  })
  reminds.addToRolePolicy(new PolicyStatement({
    actions: ['scheduler:CreateSchedule'],
    resources: [stack.formatArn({ service: 'scheduler', resource: 'schedule', resourceName: 'default/*' })],
  }))
  reminds.addToRolePolicy(new PolicyStatement({ actions: ['iam:PassRole'], resources: [role.roleArn] }))
  for (const [name, value] of Object.entries({
    Url: queue.queueUrl, QueueArn: queue.queueArn, RoleArn: role.roleArn, GoneUrl: gone.queueUrl, DeadUrl: dead.queueUrl,
    SoldUrl: sold.queueUrl, GroupArn: scheduleGroup.scheduleGroupArn,
  })) {
    new CfnOutput(stack, `${name}Output`, { value })
  }
}

beforeAll(async () => {
  running = await run(build, { iam: 'enforce' })
  scheduler = new SchedulerClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const receive = async (output: string, { client, outputs } = running) =>
  (await new SQSClient(client).send(new ReceiveMessageCommand({
    QueueUrl: outputs[`${output}Output`], WaitTimeSeconds: 15, MessageAttributeNames: ['All'],
  }))).Messages
  ?? []
/** Late enough for a function to be loaded first. */
const soon = (inMs = 3_000) => `at(${new Date(Date.now() + inMs).toISOString().slice(0, 19)})`
const reminder = (Name: string, more: Partial<CreateScheduleCommandInput> = {}): CreateScheduleCommandInput => ({
  Name, ScheduleExpression: soon(), FlexibleTimeWindow: { Mode: 'OFF' },
  Target: {
    Arn: running.outputs['QueueArnOutput'], RoleArn: running.outputs['RoleArnOutput'],
    Input: `remember ${Name} at <aws.scheduler.scheduled-time>`,
  }, ...more,
})

it('runs what a function schedules, once', async () => {
  const remind = async (input: CreateScheduleCommandInput) => {
    const { Payload } = await new LambdaClient(running.client)
      .send(new InvokeCommand({ FunctionName: 'reminds', Payload: JSON.stringify(input) }))
    return JSON.parse(Payload?.transformToString() ?? '') as string
  }
  expect(await remind(reminder('once', { ScheduleExpression: soon(8_000), ActionAfterCompletion: 'DELETE' })))
    .toBe('arn:aws:scheduler:us-east-1:123456789012:schedule/default/once')
  expect((await receive('Url')).map(({ Body }) => Body)).toEqual([expect.stringMatching(/^remember once at \d{4}-.*:\d\dZ$/)])
  await eventually(() => scheduler.send(new GetScheduleCommand({ Name: 'once' })).then(() => false, ({ name }) =>
    name === 'ResourceNotFoundException'))
  expect(await remind(reminder('other', { GroupName: 'tills' })))
    .toContain('AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/')
})

it('runs those of the template, in their groups', async () => {
  expect(running.outputs['GroupArnOutput']).toBe('arn:aws:scheduler:us-east-1:123456789012:schedule-group/tills')
  const [message] = await receive('SoldUrl')
  expect(JSON.parse(message?.Body ?? '')).toMatchObject({
    source: 'till', 'detail-type': 'closing', detail: { till: 1 },
    resources: ['arn:aws:scheduler:us-east-1:123456789012:schedule/tills/closing'],
  })
  expect((await scheduler.send(new ListSchedulesCommand({ GroupName: 'tills' }))).Schedules).toMatchObject([
    { Name: 'closing', State: 'ENABLED' }, { Name: 'lost', State: 'DISABLED' },
  ])
  expect(await scheduler.send(new GetScheduleCommand({ Name: 'past' }))).toMatchObject({
    ScheduleExpression: 'at(2020-01-01T00:00:00)', FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 },
  })
})

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html
it('puts what does not reach its target into a dead-letter queue', async () => {
  await new SQSClient(running.client).send(new DeleteQueueCommand({ QueueUrl: running.outputs['GoneUrlOutput'] }))
  const lost = await scheduler.send(new GetScheduleCommand({ Name: 'lost', GroupName: 'tills' }))
  await scheduler.send(new UpdateScheduleCommand({
    ...lost, Name: 'lost', ScheduleExpression: soon(), FlexibleTimeWindow: lost.FlexibleTimeWindow, Target: lost.Target, State: 'ENABLED',
  }))
  const [message] = await receive('DeadUrl')
  expect(message?.Body).toBe('lost')
  const attributes = Object.fromEntries(
    Object.entries(message?.MessageAttributes ?? {}).map(([name, { StringValue }]) => [name, StringValue]),
  )
  expect(attributes).toMatchObject({
    SCHEDULE_ARN: lost.Arn, TARGET_ARN: 'arn:aws:sqs:us-east-1:123456789012:Gone', ERROR_CODE: 'QueueDoesNotExist', RETRY_ATTEMPTS: '0',
    EXECUTION_ID: expect.any(String),
  })
})

describe('schedules and groups by calls', () => {
  it('are made, changed, listed and deleted', async () => {
    await scheduler.send(new CreateScheduleGroupCommand({ Name: 'mine' }))
    await expect(scheduler.send(new CreateScheduleGroupCommand({ Name: 'mine' }))).rejects.toMatchObject({ name: 'ConflictException' })
    expect(await scheduler.send(new GetScheduleGroupCommand({ Name: 'mine' }))).toMatchObject({
      Name: 'mine', State: 'ACTIVE', CreationDate: expect.any(Date),
    })
    expect((await scheduler.send(new ListScheduleGroupsCommand({}))).ScheduleGroups?.map(({ Name }) => Name))
      .toEqual(['default', 'mine', 'tills'])

    const StartDate = new Date(Date.now() + 3_600_000)
    const nightly = reminder('nightly', {
      GroupName: 'mine', ScheduleExpression: 'cron(0 3 * * ? *)', ScheduleExpressionTimezone: 'Europe/Berlin', StartDate,
      Description: 'at night',
    })
    const { ScheduleArn } = await scheduler.send(new CreateScheduleCommand(nightly))
    await expect(scheduler.send(new CreateScheduleCommand(nightly))).rejects.toMatchObject({ name: 'ConflictException' })
    const there = await scheduler.send(new GetScheduleCommand({ Name: 'nightly', GroupName: 'mine' }))
    expect(there).toMatchObject({
      ...nightly, Arn: ScheduleArn, State: 'ENABLED', ActionAfterCompletion: 'NONE', CreationDate: expect.any(Date),
    })
    await scheduler.send(
      new UpdateScheduleCommand(reminder('nightly', { GroupName: 'mine', ScheduleExpression: 'rate(3 hours)', State: 'DISABLED' })),
    )
    const changed = await scheduler.send(new GetScheduleCommand({ Name: 'nightly', GroupName: 'mine' }))
    expect(changed).toMatchObject({ ScheduleExpression: 'rate(3 hours)', ScheduleExpressionTimezone: 'UTC', State: 'DISABLED' })
    expect([changed.Description, changed.StartDate]).toEqual([undefined, undefined])
    const { Schedules, NextToken } = await scheduler.send(new ListSchedulesCommand({ MaxResults: 1 }))
    expect([Schedules?.length, (await scheduler.send(new ListSchedulesCommand({ NextToken, NamePrefix: 'n', MaxResults: 1 }))).Schedules])
      .toEqual([1, []])
    await scheduler.send(new DeleteScheduleCommand({ Name: 'nightly', GroupName: 'mine' }))
    await expect(scheduler.send(new DeleteScheduleCommand({ Name: 'nightly', GroupName: 'mine' })))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    await scheduler.send(new CreateScheduleCommand(nightly))
    await scheduler.send(new DeleteScheduleGroupCommand({ Name: 'mine' }))
    await expect(scheduler.send(new GetScheduleCommand({ Name: 'nightly', GroupName: 'mine' })))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it.each<[string, Partial<CreateScheduleCommandInput>, string]>([
    ['an expression', { ScheduleExpression: 'sometimes' }, 'ValidationException'],
    ['a time zone', { ScheduleExpressionTimezone: 'Europe/Nowhere' }, 'ValidationException'],
    ['a name', { Name: 'a b' }, 'ValidationException'],
    ['a group', { GroupName: 'nowhere' }, 'ResourceNotFoundException'],
    ['a target', { Target: { Arn: 'arn:aws:scheduler:::aws-sdk:ec2:startInstances', RoleArn: 'arn:r' } }, 'ValidationException'],
    ['a target\'s parameters', {
      Target: { Arn: 'arn:aws:kinesis:us-east-1:123456789012:stream/s', RoleArn: 'arn:r' },
    }, 'ValidationException'],
  ])('are refused for %s', async (_, wrong, name) => {
    await expect(scheduler.send(new CreateScheduleCommand(reminder('wrong', wrong)))).rejects.toMatchObject({ name })
  })
})

it('has schedules and groups after a restart', { timeout: 60_000 }, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
  try {
    {
      await using before = await run(build, { dataDir })
      const client = new SchedulerClient(before.client)
      const { Arn, RoleArn } = { Arn: before.outputs['QueueArnOutput'], RoleArn: before.outputs['RoleArnOutput'] }
      await client.send(new CreateScheduleCommand(reminder('kept', { Target: { Arn, RoleArn, Input: 'kept' } })))
    }
    await using after = await run(build, { dataDir })
    expect((await receive('Url', after)).map(({ Body }) => Body)).toEqual(['kept'])
    expect(
      (await new SchedulerClient(after.client).send(new ListSchedulesCommand({ GroupName: 'tills' }))).Schedules?.map(({ Name }) => Name),
    ).toEqual(['closing', 'lost'])
    expect(await after.update((stack) => void new Queue(stack, 'Queue', { queueName: 'reminders' })))
      .toEqual(expect.arrayContaining(['removed Test/Closing/Resource', 'removed Test/Group/Resource']))
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
