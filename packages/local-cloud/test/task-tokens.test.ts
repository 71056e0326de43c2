import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DescribeExecutionCommand, InvalidToken, SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand, SFNClient,
  StartExecutionCommand, TaskTimedOut,
} from '@aws-sdk/client-sfn'
import { DeleteMessageCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { ArnFormat, CfnOutput, type Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import {
  CfnStateMachine, DefinitionBody, IntegrationPattern, JsonPath, Pass, StateMachine, TaskInput, Timeout,
} from 'aws-cdk-lib/aws-stepfunctions'
import { LambdaInvoke, SnsPublish, SqsSendMessage, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-stepfunctions-tasks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundle, eventually, run, type TestCloud } from './synthesized.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'keg-tokens-'))
const withToken = { integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN }
const asked = TaskInput.fromObject({ keg: JsonPath.stringAt('$.keg'), token: JsonPath.taskToken })

/** Swaps a keg: orders one, waits until it is delivered, and has it tapped. */
function swap(stack: Stack): void {
  const orders = new Queue(stack, 'Orders')
  const news = new Queue(stack, 'News')
  const topic = new Topic(stack, 'Topic')
  topic.addSubscription(new SqsSubscription(news, { rawMessageDelivery: true }))
  const [tap, thief] = ['Tap', 'Thief'].map((name) => new LambdaFunction(stack, name, {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: bundle(join(import.meta.dirname, 'tap-function.ts')),
  })) as [LambdaFunction, LambdaFunction]
  // By its name: the machine's own grant would make a circle of machine, function and role.
  const machineArn = stack.formatArn({
    service: 'states', resource: 'stateMachine', resourceName: 'keg-swap', arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  tap.addToRolePolicy(new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [machineArn] }))
  const order = new SqsSendMessage(stack, 'Order', {
    queue: orders, messageBody: asked, ...withToken, resultPath: '$.delivery', taskTimeout: Timeout.at('$.patienceSec'),
  })
  const late = new Pass(stack, 'Late')
  order.addCatch(late, { errors: ['States.Timeout'], resultPath: '$.error' })
  const tapping = new LambdaInvoke(stack, 'Tapping', { lambdaFunction: tap, payload: asked, ...withToken, resultPath: '$.tap' })
  const told = new SnsPublish(stack, 'Tell', { topic, message: asked, ...withToken, resultPath: '$.told' })
  const child = new StateMachine(stack, 'Child', {
    definitionBody: DefinitionBody.fromChainable(new SqsSendMessage(stack, 'Pass on', {
      queue: news, messageBody: TaskInput.fromJsonPathAt('$'),
    })),
  })
  const passedOn = new StepFunctionsStartExecution(stack, 'By a child', { stateMachine: child, input: asked, ...withToken })
  const stolen = new LambdaInvoke(stack, 'Steal', { lambdaFunction: thief, payload: asked, ...withToken, retryOnServiceExceptions: false })
  const machines = {
    Swap: new StateMachine(stack, 'Swap', {
      stateMachineName: 'keg-swap', definitionBody: DefinitionBody.fromChainable(order.next(tapping)),
    }).stateMachineArn,
    Tell: new StateMachine(stack, 'TellSwap', { definitionBody: DefinitionBody.fromChainable(told.next(passedOn)) }).stateMachineArn,
    Steal: new StateMachine(stack, 'StealSwap', { definitionBody: DefinitionBody.fromChainable(stolen) }).stateMachineArn,
    Query: new CfnStateMachine(stack, 'Query', { roleArn: 'arn:aws:iam::123456789012:role/somebody', definitionString: JSON.stringify({
      QueryLanguage: 'JSONata', StartAt: 'Ask',
      States: { Ask: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', HeartbeatSeconds: '{% 1 %}', End: true,
        Arguments: { QueueUrl: news.queueUrl, MessageBody: { token: '{% $states.context.Task.Token %}' } } } },
    }) }).ref,
  }
  for (const [name, value] of Object.entries({ ...machines, Orders: orders.queueUrl, News: news.queueUrl }))
    new CfnOutput(stack, `${name}Output`, { value })
}

let running: TestCloud
const start = async () => {
  running = await run(swap, { dataDir, iam: 'enforce' })
}
beforeAll(start, 30_000)
afterAll(async () => {
  await running[Symbol.asyncDispose]()
  rmSync(dataDir, { recursive: true, force: true })
})

const sfn = () => new SFNClient(running.client)
async function begin(machine: string, input: object): Promise<string> {
  const { executionArn = '' } = await sfn()
    .send(new StartExecutionCommand({ stateMachineArn: running.outputs[`${machine}Output`], input: JSON.stringify(input) }))
  return executionArn
}
/** The token in the next message of a queue. */
async function tokenFrom(queue: string): Promise<string> {
  const QueueUrl = running.outputs[`${queue}Output`]
  const { Messages: [message] = [] } = await new SQSClient(running.client)
    .send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }))
  await new SQSClient(running.client).send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }))
  return (JSON.parse(message?.Body ?? '{}') as { token: string }).token
}
const ended = (executionArn: string) => eventually(async () => {
  const execution = await sfn().send(new DescribeExecutionCommand({ executionArn }))
  return execution.status !== 'RUNNING' && execution
})

it('swaps a keg: ordered before a restart, delivered after it, and tapped by a function that answers itself', { timeout: 40_000 }, async () => {
  const swapped = await begin('Swap', { keg: 'pils', patienceSec: 600 })
  const taskToken = await tokenFrom('Orders')
  await sfn().send(new SendTaskHeartbeatCommand({ taskToken }))
  await running[Symbol.asyncDispose]()
  await start()
  const { Attributes } = await new SQSClient(running.client)
    .send(new GetQueueAttributesCommand({ QueueUrl: running.outputs['OrdersOutput'], AttributeNames: ['ApproximateNumberOfMessages'] }))
  expect(Attributes).toEqual({ ApproximateNumberOfMessages: '0' })
  expect((await sfn().send(new DescribeExecutionCommand({ executionArn: swapped }))).status).toBe('RUNNING')
  await sfn().send(new SendTaskSuccessCommand({ taskToken, output: '{"litres":50}' }))
  const { status, output = '' } = await ended(swapped)
  expect([status, JSON.parse(output)]).toEqual([
    'SUCCEEDED', { keg: 'pils', patienceSec: 600, delivery: { litres: 50 }, tap: { keg: 'pils', tapped: true } },
  ])
  await expect(sfn().send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))).rejects.toBeInstanceOf(TaskTimedOut)
  await expect(sfn().send(new SendTaskSuccessCommand({ taskToken: taskToken.slice(1), output: '{}' }))).rejects.toBeInstanceOf(InvalidToken)
})

it('ends a swap that is not delivered in time, that fails, or that nobody says a word of', async () => {
  const queried = await begin('Query', {})
  await sfn().send(new SendTaskHeartbeatCommand({ taskToken: await tokenFrom('News') }))
  const late = await begin('Swap', { keg: 'helles', patienceSec: 1 })
  await tokenFrom('Orders')
  const failed = await begin('Swap', { keg: 'bock', patienceSec: 600 })
  await sfn().send(new SendTaskFailureCommand({ taskToken: await tokenFrom('Orders'), error: 'SoldOut', cause: 'no bock until May' }))
  expect(await ended(failed)).toMatchObject({ status: 'FAILED', error: 'SoldOut', cause: 'no bock until May' })
  const { status, output = '' } = await ended(late)
  expect([status, JSON.parse(output)]).toMatchObject(['SUCCEEDED', { keg: 'helles', error: { Error: 'States.Timeout' } }])
  expect(await ended(queried)).toMatchObject({ status: 'FAILED', error: 'States.Timeout' })
})

it('hands tokens out by topics and child executions', async () => {
  const told = await begin('Tell', { keg: 'pils' })
  for (const output of ['{"keg":"told"}', '{"keg":"passed on"}'])
    await sfn().send(new SendTaskSuccessCommand({ taskToken: await tokenFrom('News'), output }))
  expect(await ended(told)).toMatchObject({ status: 'SUCCEEDED', output: '{"keg":"passed on"}' })
})

it('lets no function answer whose role does not allow it', async () => {
  const stolen = await ended(await begin('Steal', { keg: 'pils' }))
  expect(stolen).toMatchObject({
    status: 'FAILED', error: 'AccessDeniedException', cause: expect.stringContaining('states:SendTaskSuccess'),
  })
})

it('refuses an express machine that waits', async () => {
  const definition = {
    StartAt: 'Wait', States: { Wait: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true } },
  }
  const reason = "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/Wait/Resource'"
  await expect(run((stack) =>
    void new CfnStateMachine(stack, 'M', { roleArn: 'arn:aws:iam::123456789012:role/somebody', stateMachineType: 'EXPRESS', definition })))
    .rejects.toMatchObject({ code: 'RESOURCE_FAILED', evidence: [{ reason }] })
})
