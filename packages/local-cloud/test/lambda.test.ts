import { getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { Duration, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundle, eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let lambda: LambdaClient

beforeAll(async () => {
  process.env['KEG_TEST_OF_THE_PARENT'] = 'not for functions'
  running = await run((stack: Stack) => {
    const base = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', timeout: Duration.seconds(20), memorySize: 256 }
    const code = bundle(join(import.meta.dirname, 'behaving-function.ts'))
    new LambdaFunction(stack, 'Behaving', {
      ...base, code, functionName: 'behaving', timeout: Duration.seconds(1), environment: { STAGE: 'test' },
    })
    new LambdaFunction(stack, 'Patient', { ...base, code, functionName: 'patient' })
    new LambdaFunction(stack, 'Reserved', {
      ...base, code, functionName: 'reserved', timeout: Duration.seconds(5), reservedConcurrentExecutions: 1,
    })
    const inline = (id: string, source: string, handler = 'index.handler') =>
      new LambdaFunction(stack, id, { ...base, functionName: id, handler, code: new InlineCode(source) })
    inline('callback', 'exports.handler = (event, context, done) => setImmediate(done, null, { heard: event })')
    inline('wrongExport', 'exports.handler = async () => 1', 'index.main')
    inline('wrongModule', 'exports.handler = async () => 1', 'app.handler')
    inline('missingModule', 'const keg = require("no-such-keg"); exports.handler = async () => keg')
    inline('throwsAtStart', 'throw new TypeError("bad start")')
    inline('syntax', 'exports.handler = (')
    inline('runtimeSdk', 'const { SQSClient } = require("@aws-sdk/client-sqs"); exports.handler = async () => SQSClient.name')
    inline('runtimeSdkEsm', 'import { SQSClient } from "@aws-sdk/client-sqs"; export const handler = async () => SQSClient.name')
    inline('missingSdk', 'require("@aws-sdk/client-no-such")')
    inline('esm', 'export const handler = async () => "from ESM"')
  })
  lambda = new LambdaClient({ ...running.client, maxAttempts: 1 })
}, 60_000)

afterAll(() => running[Symbol.asyncDispose]())

async function invoke(does: string, withValue?: unknown, FunctionName = 'behaving') {
  const Payload = JSON.stringify({ does, with: withValue })
  const { Payload: answer, FunctionError, $metadata } = await lambda.send(new InvokeCommand({ FunctionName, Payload }))
  return { answer: JSON.parse(answer?.transformToString() ?? 'null'), FunctionError, requestId: $metadata.requestId }
}

describe('invoking', () => {
  it.each([{ beer: 'Kölsch' }, 'text', 12.5, null, [1, 2]])('answers %j', async (value) => {
    expect(await invoke('answer', value)).toMatchObject({ answer: value, FunctionError: undefined })
  })
  it('answers null for undefined', async () => {
    expect((await invoke('answer')).answer).toBeNull()
  })
  it('takes a name, a partial ARN and an ARN', async () => {
    for (const name of [
      'behaving', '123456789012:function:behaving', 'arn:aws:lambda:us-east-1:123456789012:function:behaving', 'behaving:$LATEST',
    ]) {
      expect((await invoke('answer', name, name)).answer).toBe(name)
    }
  })
  it('serves callbacks', async () => {
    expect((await invoke('answer', 1, 'callback')).answer).toEqual({ heard: { does: 'answer', with: 1 } })
  })
  it('runs ES modules', async () => {
    expect((await invoke('answer', 1, 'esm')).answer).toBe('from ESM')
  })
  it.each(['runtimeSdk', 'runtimeSdkEsm'])('brings the AWS SDK as Lambda\'s runtime does (%s)', async (name) => {
    expect((await invoke('answer', 1, name)).answer).toBe('SQSClient')
  })
  it('refuses an unknown function with AWS\'s error', async () => {
    await expect(invoke('answer', 1, 'nobody')).rejects.toMatchObject({
      name: 'ResourceNotFoundException', message: 'Function not found: arn:aws:lambda:us-east-1:123456789012:function:nobody',
    })
  })
  it('refuses an event that is no JSON', async () => {
    await expect(lambda.send(new InvokeCommand({ FunctionName: 'behaving', Payload: 'x' })))
      .rejects.toMatchObject({ name: 'InvalidRequestContentException' })
  })
  it('reuses a warm instance', async () => {
    const first = (await invoke('tellProcess')).answer
    expect((await invoke('tellProcess')).answer).toEqual({ pid: first.pid, served: first.served + 1 })
  })
  it('compiles what runs each instance once for all of them', async () => {
    const { answer } = await invoke('tellCompiled')
    expect(answer.folder).toEqual(getCompileCacheDir() ?? expect.stringMatching(/keg-cloud-\w+[\\/]compiled/))
    expect(answer.files).toBeGreaterThan(0)
  })
  it('runs at once what comes at once', async () => {
    const pids = await Promise.all([1, 2, 3].map(async () => (await invoke('wait', 300)).answer))
    expect(new Set(pids).size).toBe(3)
  })
})

describe('what a function sees', () => {
  it('is the template\'s environment and Lambda\'s own, nothing of this process', async () => {
    const { answer } = await invoke('tellEnvironment')
    expect(answer).toMatchObject({
      STAGE: 'test', AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL: running.cloud.endpoint, AWS_LAMBDA_FUNCTION_NAME: 'behaving',
      _HANDLER: 'index.handler',
    })
    expect(answer).not.toHaveProperty('KEG_TEST_OF_THE_PARENT')
    expect(answer).not.toHaveProperty('NODE_OPTIONS')
    expect(answer).not.toHaveProperty('NODE_COMPILE_CACHE')
    expect(answer.HOME).not.toBe(process.env['HOME'])
  })
  it('is the whole context', async () => {
    const { answer, requestId } = await invoke('tellContext')
    expect(answer).toMatchObject({
      functionName: 'behaving',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:behaving',
      memoryLimitInMB: '256',
      logGroupName: '/aws/lambda/behaving',
      awsRequestId: requestId,
    })
    expect(answer.remainingMs).toBeGreaterThan(0)
    expect(answer.remainingMs).toBeLessThanOrEqual(1_000)
  })
  it('prints to the log, with its name and request id', async () => {
    const { requestId } = await invoke('print')
    const printed = running.log.filter((entry) => entry.requestId === requestId && entry.source === 'function')
    expect(printed.map(({ level, functionName, message }) => ({ level, functionName, message }))).toEqual(expect.arrayContaining([
      { level: 'info', functionName: 'behaving', message: `out ${requestId}` },
      { level: 'warn', functionName: 'behaving', message: `err ${requestId}` },
    ]))
    expect(printed).toHaveLength(2)
  })
})

describe('a function that fails', () => {
  it('by throwing gets Lambda\'s error shape, and lives on', async () => {
    const { pid } = (await invoke('tellProcess')).answer
    const { answer, FunctionError } = await invoke('throw')
    expect(FunctionError).toBe('Unhandled')
    expect(answer).toMatchObject({ errorType: 'RangeError', errorMessage: 'no such keg' })
    expect(answer.trace[0]).toBe('RangeError: no such keg')
    expect((await invoke('tellProcess')).answer.pid).toBe(pid)
  })
  it.each(['hang', 'spin'])('by its time-out (%s) is killed', async (does) => {
    const { answer, FunctionError, requestId } = await invoke(does)
    expect(FunctionError).toBe('Unhandled')
    expect(answer).toEqual({
      errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
    })
    expect(running.log.filter((entry) => entry.requestId === requestId).map(({ message }) => message))
      .toContain('Task timed out after 1.00 seconds')
    expect((await invoke('answer', 'alive')).answer).toBe('alive')
  })
  it.each([
    ['exit', 0, 'Runtime exited without providing a reason'],
    ['exit', 3, 'Runtime exited with error: exit status 3'],
    ['killItself', undefined, 'Runtime exited with error: signal: killed'],
  ])('by %s %s is replaced', async (does, status, message) => {
    const { answer, FunctionError, requestId } = await invoke(does, status)
    expect(FunctionError).toBe('Unhandled')
    expect(answer).toEqual({ errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: ${message}` })
    expect((await invoke('answer', 'alive')).answer).toBe('alive')
  })
  it('by too large an answer says so', async () => {
    expect((await invoke('answerMuch', 6_291_554, 'patient')).FunctionError).toBeUndefined()
    expect((await invoke('answerMuch', 6_291_555, 'patient')).answer).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' })
  })
  it('to answer for others does not: what it forges is printed or passed over', async () => {
    expect((await invoke('tellParent')).answer).toEqual(['undefined', 'undefined', null, 0])
    expect(await invoke('forge')).toMatchObject({ answer: 'true answer', FunctionError: undefined })
    expect((await invoke('answer', 'alive')).answer).toBe('alive')
  })
  it('by flooding its parent is ended', async () => {
    const { answer, requestId } = await invoke('flood')
    expect(answer).toEqual({
      errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
    })
    expect(running.log.map(({ message }) => message))
      .toContain('The function writes to file descriptor 3, which is the runtime\'s: its process is ended')
    expect((await invoke('answer', 'alive')).answer).toBe('alive')
  })
  it('by a promise nobody awaits says so', async () => {
    expect((await invoke('rejectLater')).answer).toMatchObject({
      errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: 'Error: forgotten promise',
    })
  })
  it.each([
    ['wrongExport', { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.main is undefined or not exported' }],
    ['wrongModule', { errorType: 'Runtime.ImportModuleError', errorMessage: 'Error: Cannot find module \'app\'' }],
    ['missingModule', {
      errorType: 'Runtime.ImportModuleError', errorMessage: expect.stringContaining('Cannot find module \'no-such-keg\''),
    }],
    ['missingSdk', { errorType: 'Runtime.ImportModuleError', errorMessage: expect.stringContaining('install it in the project') }],
    ['throwsAtStart', { errorType: 'TypeError', errorMessage: 'bad start' }],
    ['syntax', { errorType: 'Runtime.UserCodeSyntaxError' }],
  ])('to load (%s) says why, each time', async (name, error) => {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(await invoke('answer', 1, name)).toMatchObject({ FunctionError: 'Unhandled', answer: error })
    }
  })
  it('to load for its syntax prints one line', async () => {
    await invoke('answer', 1, 'syntax')
    const printed = running.log.filter(({ functionName }) => functionName === 'syntax').map(({ message }) => message)
    expect(new Set(printed)).toEqual(new Set([expect.stringMatching(/^index\.js:\d+: SyntaxError: /)]))
  })
})

it('throttles beyond a reserved concurrency', async () => {
  const first = invoke('wait', 1_500, 'reserved')
  await expect(eventually(async () => invoke('answer', 1, 'reserved').then(() => false as const))).rejects.toMatchObject({
    name: 'TooManyRequestsException', message: 'Rate Exceeded.',
  })
  expect((await first).FunctionError).toBeUndefined()
})

it('answers an asynchronous invocation at once and runs it', async () => {
  const Payload = JSON.stringify({ does: 'print' })
  const { StatusCode, $metadata } = await lambda.send(new InvokeCommand({ FunctionName: 'behaving', InvocationType: 'Event', Payload }))
  expect(StatusCode).toBe(202)
  await eventually(() => running.log.some(({ message }) => message === `out ${$metadata.requestId}`))
})

it('answers a dry run with nothing', async () => {
  expect((await lambda.send(new InvokeCommand({ FunctionName: 'behaving', InvocationType: 'DryRun' }))).StatusCode).toBe(204)
})
