import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import {
  Alias, Function as LambdaFunction, FunctionUrlAuthType, HttpMethod, InlineCode, Runtime, type IVersion,
} from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud

const telling = `exports.handler = async (event, { functionVersion, invokedFunctionArn }) => {
  if (event.rawPath === '/fail') throw new Error('no')
  if (event.rawPath !== undefined) return { statusCode: 201, body: JSON.stringify({ path: event.rawPath, method: event.requestContext.http.method, domain: event.requestContext.domainName, invokedFunctionArn }) }
  console.log('invoked', invokedFunctionArn)
  return { functionVersion, invokedFunctionArn, environment: process.env.AWS_LAMBDA_FUNCTION_VERSION }
}`

function build(stack: Stack): void {
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', functionName: 'telling', code: new InlineCode(telling),
  })
  // CDK's own types disagree under exactOptionalPropertyTypes.
  const live = new Alias(stack, 'Live', { aliasName: 'live', version: handler.currentVersion as IVersion })
  const queue = new Queue(stack, 'Queue')
  live.addEventSource(new SqsEventSource(queue))
  const latestUrl = handler.addFunctionUrl({
    authType: FunctionUrlAuthType.NONE, cors: { allowedOrigins: ['https://bar.example'], allowedMethods: [HttpMethod.GET] },
  })
  const liveUrl = live.addFunctionUrl({ authType: FunctionUrlAuthType.NONE })
  for (const [name, value] of Object.entries({ QueueUrl: queue.queueUrl, LatestUrl: latestUrl.url, LiveUrl: liveUrl.url }))
    new CfnOutput(stack, name, { value })
}

beforeAll(async () => void (running = await run(build)), 30_000)
afterAll(() => running[Symbol.asyncDispose]())

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:telling'

// https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html, configuration-aliases.html
it.each([
  [undefined, '$LATEST', arn],
  ['$LATEST', '$LATEST', arn],
  ['1', '1', `${arn}:1`],
  ['live', '1', `${arn}:live`],
])('invoked as %s runs version %s', async (Qualifier, version, invokedFunctionArn) => {
  const { Payload, ExecutedVersion } = await new LambdaClient(running.client)
    .send(new InvokeCommand({ FunctionName: 'telling', Qualifier }))
  expect(ExecutedVersion).toBe(version)
  expect(JSON.parse(Payload?.transformToString() ?? '')).toEqual({ functionVersion: version, invokedFunctionArn, environment: version })
})

it('is not found by a qualifier that it does not have', async () => {
  await expect(new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: `${arn}:dead` }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException', message: `Function not found: ${arn}:dead`,
  })
})

it('is invoked by its alias for a queue', async () => {
  await new SQSClient(running.client).send(new SendMessageCommand({ QueueUrl: running.outputs['QueueUrl'], MessageBody: 'm-1' }))
  await eventually(() => running.log.some(({ message }) => message === `invoked ${arn}:live`))
})

// https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
it('answers at its URL', async () => {
  const response = await fetch(`${running.outputs['LatestUrl']}kegs/k-1?x=1`, { method: 'PUT' })
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({
    path: '/kegs/k-1', method: 'PUT', domain: expect.stringMatching(/^\w+\.lambda-url\.us-east-1\.on\.aws$/), invokedFunctionArn: arn,
  })
  expect(await (await fetch(`${running.outputs['LiveUrl']}`)).json()).toMatchObject({ path: '/', invokedFunctionArn: `${arn}:live` })
})

it('fails at its URL with a 502', async () => {
  const response = await fetch(`${running.outputs['LatestUrl']}fail`)
  expect([response.status, await response.text()]).toEqual([502, 'Internal Server Error'])
})

it('sends its URL\'s CORS headers', async () => {
  const response = await fetch(`${running.outputs['LatestUrl']}`, { headers: { origin: 'https://bar.example' } })
  expect(response.headers.get('access-control-allow-origin')).toBe('https://bar.example')
})

it('lacks no permission', () => {
  expect(running.log.filter(({ level, source }) => level === 'warn' && (source === 'lambda' || source === 'iam'))).toEqual([])
})
