import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, Duration, TimeZone, type Stack } from 'aws-cdk-lib'
import { EventField, Rule, RuleTargetInput, Schedule as RuleSchedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as FunctionTarget, SfnStateMachine, SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke, SqsSendMessage, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets'
import { DefinitionBody, Fail, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud

/** A shop that hears of sales by event, and closes its books by schedule. */
function build(stack: Stack): void {
  const sales = new Queue(stack, 'Sales')
  const books = new Queue(stack, 'Books')
  const handler = new LambdaFunction(stack, 'Heard', {
    code: new InlineCode('exports.handler = async (event) => console.log(JSON.stringify(event))'), handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
  })
  const machine = new StateMachine(stack, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(new Fail(stack, 'Closed', { error: 'Closed' })),
  })
  new Rule(stack, 'Sold', {
    eventPattern: { source: ['shop'], detail: { cents: [{ numeric: ['>', 1000] }] } },
    targets: [new SqsQueue(sales, {
      message: RuleTargetInput.fromText(`${EventField.fromPath('$.detail.orderId')} for ${EventField.fromPath('$.detail.cents')}`),
    }), new FunctionTarget(handler)],
  })
  new Rule(stack, 'Closing', { eventPattern: { detailType: ['closing'] }, targets: [new SfnStateMachine(machine)] })
  new Rule(stack, 'Nightly', { schedule: RuleSchedule.cron({ minute: '0', hour: '3' }), targets: [new FunctionTarget(handler)] })
  new Schedule(stack, 'Now', {
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    target: new SqsSendMessage(books, { input: ScheduleTargetInput.fromText('close the books') }),
  })
  new Schedule(stack, 'Started', { schedule: ScheduleExpression.rate(Duration.days(1)), target: new LambdaInvoke(handler, {}) })
  new Schedule(stack, 'Machines', {
    schedule: ScheduleExpression.rate(Duration.days(1)), target: new StepFunctionsStartExecution(machine, {}),
  })
  new Schedule(stack, 'Later', {
    schedule: ScheduleExpression.cron({ minute: '0', hour: '3', weekDay: 'MON-FRI', timeZone: TimeZone.EUROPE_BERLIN }),
    target: new SqsSendMessage(books, {}),
  })
  new CfnOutput(stack, 'SalesUrl', { value: sales.queueUrl })
  new CfnOutput(stack, 'BooksUrl', { value: books.queueUrl })
}

beforeAll(async () => {
  running = await run(build)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const receive = async (output: string) =>
  (await new SQSClient(running.client).send(new ReceiveMessageCommand({ QueueUrl: running.outputs[output], WaitTimeSeconds: 10 }))).Messages
    ?.map(({ Body }) => Body)
const heard = () =>
  running.log.filter(({ source, message }) => source === 'function' && message.startsWith('{')).map(({ message }) => JSON.parse(message))

it('hands events on the default bus to the targets of rules that match', async () => {
  const events = new EventBridgeClient(running.client)
  const sale = (orderId: string, cents: number) => ({ Source: 'shop', DetailType: 'sale', Detail: JSON.stringify({ orderId, cents }) })
  const { FailedEntryCount, Entries } = await events.send(new PutEventsCommand({
    Entries: [sale('o-1', 200), sale('o-2', 2000), { Source: 'shop', DetailType: 'sale', Detail: 'none' }, { Source: 'shop' }],
  }))
  expect(FailedEntryCount).toBe(2)
  expect(Entries).toMatchObject([{ EventId: expect.any(String) }, {}, { ErrorCode: 'MalformedDetail' }, { ErrorCode: 'InvalidArgument' }])
  expect(await receive('SalesUrl')).toEqual(['"o-2 for 2000"'])
  const event = await eventually(() => heard().find(({ source }) => source === 'shop'))
  expect(event).toEqual({
    version: '0', id: Entries?.[1]?.EventId, 'detail-type': 'sale', source: 'shop', account: '123456789012',
    time: expect.stringMatching(/^\d{4}-.*\dZ$/), region: 'us-east-1', resources: [], detail: { orderId: 'o-2', cents: 2000 },
  })
  await events.send(new PutEventsCommand({ Entries: [{ Source: 'clock', DetailType: 'closing', Detail: '{}' }] }))
  await eventually(() => running.log.filter(({ source, message }) => source === 'states' && message.includes('Closed')).length === 2)
})

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
it('runs schedules whose time has come', async () => {
  expect(await receive('BooksUrl')).toEqual(['close the books'])
  const event = await eventually(() => heard().find(({ source }) => source === 'aws.scheduler'))
  expect(event).toMatchObject({
    'detail-type': 'Scheduled Event', resources: [expect.stringMatching(/^arn:aws:scheduler:us-east-1:123456789012:schedule\/default\//)],
  })
  expect(heard().filter(({ source }) => source === 'aws.events')).toEqual([])
  expect(running.log.filter(({ level, source }) => level === 'warn' && (source === 'iam' || source === 'lambda'))).toEqual([])
})

it.each<[string, string]>([
  ['every day', 'ScheduleExpression is not valid'], ['cron(* * * * *)', 'ScheduleExpression is not valid'],
])('refuses the schedule %s', async (expression, reason) => {
  await expect(run((stack) => {
    new Schedule(stack, 'S', { schedule: ScheduleExpression.expression(expression), target: new SqsSendMessage(new Queue(stack, 'Q'), {}) })
  })).rejects.toMatchObject({ code: 'RESOURCE_FAILED', evidence: [{ reason: expect.stringContaining(reason) }] })
})
