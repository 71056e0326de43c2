import {
  GetAliasCommand, GetEventSourceMappingCommand, GetFunctionCommand, GetFunctionConfigurationCommand, GetFunctionEventInvokeConfigCommand,
  GetFunctionUrlConfigCommand, GetPolicyCommand, InvokeCommand, LambdaClient, ListAliasesCommand, ListEventSourceMappingsCommand,
  ListFunctionsCommand, ListVersionsByFunctionCommand,
} from '@aws-sdk/client-lambda'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { Alias, Function as LambdaFunction, FunctionUrlAuthType, InlineCode, Runtime, type IVersion } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let lambda: LambdaClient

function build(stack: Stack): void {
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  const pours = new LambdaFunction(stack, 'Pours', {
    ...node, functionName: 'pours', environment: { STAGE: 'test' }, timeout: Duration.seconds(7), memorySize: 256,
    reservedConcurrentExecutions: 2, retryAttempts: 1, maxEventAge: Duration.minutes(5),
    code: new InlineCode('exports.handler = async (event, context) => { console.log("poured", event.ml); console.error("foam"); return context.clientContext ?? null }'),
  })
  new LambdaFunction(stack, 'Plain', {
    ...node, functionName: 'plain', code: new InlineCode('exports.handler = async () => console.log("x".repeat(5000))'),
  })
  new Alias(stack, 'Live', { aliasName: 'live', version: pours.currentVersion as IVersion })
  pours.addPermission('Iot', {
    principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn: 'arn:aws:iot:us-east-1:123456789012:rule/pours',
  })
  pours.addFunctionUrl({ authType: FunctionUrlAuthType.NONE })
  const queue = new Queue(stack, 'Queue')
  pours.addEventSource(new SqsEventSource(queue, { batchSize: 5, enabled: false, reportBatchItemFailures: true }))
  new CfnOutput(stack, 'QueueArn', { value: queue.queueArn })
}

beforeAll(async () => {
  running = await run(build)
  lambda = new LambdaClient({ ...running.client, maxAttempts: 1 })
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:pours'
const FunctionName = 'pours'

// https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
describe('an operation that tells of functions', () => {
  it('GetFunction, GetFunctionConfiguration', async () => {
    const configuration = {
      FunctionName, FunctionArn: arn, Version: '$LATEST', Runtime: 'nodejs24.x', Handler: 'index.handler', Timeout: 7, MemorySize: 256,
      Environment: { Variables: { STAGE: 'test' } }, State: 'Active', Role: expect.stringMatching(/^arn:aws:iam::123456789012:role\//),
      LastModified: expect.stringMatching(/\+0000$/), PackageType: 'Zip',
      LoggingConfig: { LogFormat: 'Text', LogGroup: '/aws/lambda/pours' },
    }
    expect(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).toMatchObject(configuration)
    expect(await lambda.send(new GetFunctionCommand({ FunctionName: arn }))).toMatchObject({
      Configuration: configuration, Concurrency: { ReservedConcurrentExecutions: 2 },
    })
    expect((await lambda.send(new GetFunctionCommand({ FunctionName, Qualifier: 'live' }))).Configuration).toMatchObject({
      FunctionArn: `${arn}:live`, Version: '1',
    })
    await expect(lambda.send(new GetFunctionCommand({ FunctionName: 'nobody' })))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('ListFunctions, ListVersionsByFunction, ListAliases, GetAlias', async () => {
    expect((await lambda.send(new ListFunctionsCommand({}))).Functions?.map((each) => each.FunctionName)).toEqual(['pours', 'plain'])
    expect((await lambda.send(new ListFunctionsCommand({ FunctionVersion: 'ALL' }))).Functions?.map((each) => each.FunctionArn))
      .toContain(`${arn}:1`)
    expect((await lambda.send(new ListVersionsByFunctionCommand({ FunctionName }))).Versions?.map((each) => each.FunctionArn))
      .toEqual([`${arn}:$LATEST`, `${arn}:1`])
    const live = { AliasArn: `${arn}:live`, Name: 'live', FunctionVersion: '1' }
    expect((await lambda.send(new ListAliasesCommand({ FunctionName }))).Aliases).toMatchObject([live])
    expect(await lambda.send(new GetAliasCommand({ FunctionName, Name: 'live' }))).toMatchObject(live)
    await expect(lambda.send(new GetAliasCommand({ FunctionName, Name: 'dead' })))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('ListEventSourceMappings, GetEventSourceMapping', async () => {
    const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({
      FunctionName, EventSourceArn: running.outputs['QueueArn'],
    }))
    expect(EventSourceMappings).toMatchObject([{
      FunctionArn: arn, BatchSize: 5, State: 'Disabled', FunctionResponseTypes: ['ReportBatchItemFailures'], LastModified: expect.any(Date),
    }])
    expect(await lambda.send(new GetEventSourceMappingCommand({ UUID: EventSourceMappings[0]?.UUID }))).toMatchObject({
      EventSourceArn: running.outputs['QueueArn'],
    })
    expect((await lambda.send(new ListEventSourceMappingsCommand({ FunctionName: 'plain' }))).EventSourceMappings).toEqual([])
  })

  it('GetPolicy', async () => {
    const { Policy = '' } = await lambda.send(new GetPolicyCommand({ FunctionName }))
    expect(JSON.parse(Policy)).toMatchObject({ Statement: [{
      Effect: 'Allow', Principal: { Service: 'iot.amazonaws.com' }, Action: 'lambda:InvokeFunction', Resource: arn,
      Condition: { ArnLike: { 'AWS:SourceArn': 'arn:aws:iot:us-east-1:123456789012:rule/pours' } },
    }] })
    await expect(lambda.send(new GetPolicyCommand({ FunctionName: 'plain' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('GetFunctionUrlConfig, GetFunctionEventInvokeConfig', async () => {
    const { FunctionUrl, AuthType } = await lambda.send(new GetFunctionUrlConfigCommand({ FunctionName }))
    expect([AuthType, (await fetch(FunctionUrl ?? '')).status]).toEqual(['NONE', 200])
    expect(await lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }))).toMatchObject({
      FunctionArn: `${arn}:$LATEST`, MaximumRetryAttempts: 1, MaximumEventAgeInSeconds: 300,
    })
    await expect(lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: 'plain' })))
      .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })
})

// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
it('answers the end of the log, and hands over the client\'s context', async () => {
  const ClientContext = Buffer.from('{"custom":{"site":"berlin"}}').toString('base64')
  const { LogResult = '', Payload, $metadata } = await lambda.send(new InvokeCommand({
    FunctionName, LogType: 'Tail', ClientContext, Payload: '{"ml":250}',
  }))
  const lines = Buffer.from(LogResult, 'base64').toString().split('\n')
  const { requestId } = $metadata
  expect([lines[0], lines.at(-3)]).toEqual([`START RequestId: ${requestId} Version: $LATEST`, `END RequestId: ${requestId}`])
  expect(lines.slice(1, 3).sort()).toEqual(['foam', 'poured 250'])
  expect(lines.at(-2)).toMatch(/^REPORT RequestId: \S+\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 256 MB\t$/)
  expect(JSON.parse(Payload?.transformToString() ?? '')).toEqual({ custom: { site: 'berlin' } })
  const long = await lambda.send(new InvokeCommand({ FunctionName: 'plain', LogType: 'Tail' }))
  expect(Buffer.from(long.LogResult ?? '', 'base64')).toHaveLength(4_096)
  expect((await lambda.send(new InvokeCommand({ FunctionName: 'plain' }))).LogResult).toBeUndefined()
})
