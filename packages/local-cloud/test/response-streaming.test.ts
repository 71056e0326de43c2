import {
  InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient, type InvokeWithResponseStreamResponseEvent,
} from '@aws-sdk/client-lambda'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, FunctionUrlAuthType, InlineCode, InvokeMode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud

const streaming = `
exports.handler = awslambda.streamifyResponse(async (event, responseStream, context) => {
  if (event.fail) throw new RangeError('no such keg')
  const stream = event.rawPath === undefined ? responseStream : awslambda.HttpResponseStream.from(responseStream, { statusCode: 201, headers: { 'content-type': 'text/plain', 'x-site': 'berlin' }, cookies: ['a=1'] })
  for (const line of ['one\\n', Buffer.from([0xff]), '\\n', context.functionName]) stream.write(line)
  stream.end()
})`

function build(stack: Stack): void {
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  const streams = new LambdaFunction(stack, 'Streams', { ...node, functionName: 'streams', code: new InlineCode(streaming) })
  new LambdaFunction(stack, 'Answers', {
    ...node, functionName: 'answers', code: new InlineCode('exports.handler = async ({ ml }) => ({ poured: ml })'),
  })
  new CfnOutput(stack, 'Url', {
    value: streams.addFunctionUrl({ authType: FunctionUrlAuthType.NONE, invokeMode: InvokeMode.RESPONSE_STREAM }).url,
  })
}

beforeAll(async () => void (running = await run(build)), 30_000)
afterAll(() => running[Symbol.asyncDispose]())

async function invoke(FunctionName: string, event: object) {
  const { EventStream, ExecutedVersion } = await new LambdaClient(running.client)
    .send(new InvokeWithResponseStreamCommand({ FunctionName, Payload: JSON.stringify(event), LogType: 'Tail' }))
  const events: InvokeWithResponseStreamResponseEvent[] = []
  for await (const each of EventStream ?? []) events.push(each)
  const written = Buffer.concat(events.flatMap(({ PayloadChunk }) => PayloadChunk?.Payload ?? []))
  return { written, complete: events.at(-1)?.InvokeComplete, ExecutedVersion }
}

const expected = Buffer.concat([Buffer.from('one\n'), Buffer.of(0xff), Buffer.from('\nstreams')])

// https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html
describe('InvokeWithResponseStream', () => {
  it('answers what a streaming handler writes, byte for byte', async () => {
    const { written, complete, ExecutedVersion } = await invoke('streams', {})
    expect([written.equals(expected), complete?.ErrorCode, ExecutedVersion]).toEqual([true, undefined, '$LATEST'])
    expect(Buffer.from(complete?.LogResult ?? '', 'base64').toString()).toMatch(/^START RequestId/)
  })
  it('says how a handler failed', async () => {
    expect((await invoke('streams', { fail: true })).complete).toMatchObject({ ErrorCode: 'RangeError', ErrorDetails: 'no such keg' })
  })
  it('answers what any other handler returns', async () => {
    expect((await invoke('answers', { ml: 250 })).written.toString()).toBe('{"poured":250}')
  })
})

it('is the payload of Invoke, too', async () => {
  const { Payload } = await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: 'streams', Payload: '{}' }))
  expect(Payload?.transformToString().startsWith('one\n')).toBe(true)
})

// https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
it('answers at the function\'s address with the status and the headers that the handler sets', async () => {
  const response = await fetch(running.outputs['Url'] ?? '')
  expect([response.status, response.headers.get('content-type'), response.headers.get('x-site'), response.headers.getSetCookie()])
    .toEqual([201, 'text/plain', 'berlin', ['a=1']])
  expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true)
})
