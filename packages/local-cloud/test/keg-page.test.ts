import { request } from 'node:http'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Overview } from '../src/activity/overview.ts'
import { eventually, run, type TestCloud } from './synthesized.ts'

let running: TestCloud

beforeAll(async () => {
  running = await run((stack: Stack) => {
    const queue = new Queue(stack, 'Queue')
    new Table(stack, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } })
    new Bucket(stack, 'Bucket')
    new LogGroup(stack, 'Lines')
    new Alarm(stack, 'Alarm', { metric: queue.metricApproximateNumberOfMessagesVisible(), threshold: 1_000, evaluationPeriods: 1 })
    new UserPool(stack, 'People')
    const handler = new LambdaFunction(stack, 'Handler', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async (event) => { console.log("asked", event.n); if (event.n > 1) throw new Error("too much"); return { n: event.n } }') })
    new CfnOutput(stack, 'QueueUrl', { value: queue.queueUrl })
    new CfnOutput(stack, 'FunctionName', { value: handler.functionName })
  })
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

// The endpoint's own answer.
const state = async () => await (await fetch(`${running.cloud.endpoint}/__keg/state`)).json() as Overview
const invoke = (n: number) => new LambdaClient(running.client)
  .send(new InvokeCommand({ FunctionName: running.outputs['FunctionName'], Payload: JSON.stringify({ n }) }))

it('lists resources with what they hold, and the last invocations with input, output and log', async () => {
  const { outputs, client, cloud } = running
  await new SQSClient(client).send(new SendMessageCommand({ QueueUrl: outputs['QueueUrl'], MessageBody: 'one' }))
  await invoke(1)
  await invoke(2)
  const { resources, invocations, ...others } = await state()
  expect(others).toMatchObject({ endpoint: cloud.endpoint, region: 'us-east-1', accountId: '123456789012', outputs: cloud.outputs })
  const statusOf = (path: string) => resources.find(({ constructPath }) => constructPath === path)?.status
  expect(['Queue', 'Table', 'Bucket', 'Lines', 'Alarm', 'People'].map((id) => statusOf(`Test/${id}/Resource`))).toEqual([
    { messages: 1, 'in flight': 0, delayed: 0 }, { items: 0 }, { objects: 0 }, { lines: 0 },
    { state: expect.stringMatching(/^(?:INSUFFICIENT_DATA|OK)$/) }, { users: 0 },
  ])
  expect(invocations).toMatchObject([
    {
      functionName: outputs['FunctionName'], input: '{"n":2}', output: expect.stringContaining('too much'), failed: true,
      lines: expect.arrayContaining(['asked 2']),
    },
    { functionName: outputs['FunctionName'], input: '{"n":1}', output: '{"n":1}', failed: false, lines: ['asked 1'] },
  ])
})

it('tells what happens as it happens: messages, lines and invocations', async () => {
  const response = await fetch(`${running.cloud.endpoint}/__keg/events`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  void (async () => {
    for (;;) {
      const { done, value } = await reader?.read() ?? { done: true }
      if (done) return
      text += value
    }
  })()
  await eventually(() => text.includes(': following'))
  await running.cloud.iot.publish('keg/k-1/pours', '{"ml":250}', { qos: 1 })
  await invoke(0)
  const happenings = () => text.split('\n\n').filter((each) => each.startsWith('data: ') && each.endsWith('}')).map((each) =>
    JSON.parse(each.slice('data: '.length)))
  await eventually(() => happenings().some(({ kind }) => kind === 'invocation'))
  expect(happenings()).toEqual(expect.arrayContaining([
    expect.objectContaining({ kind: 'message', topic: 'keg/k-1/pours', payload: '{"ml":250}', qos: 1 }),
    expect.objectContaining({ kind: 'log', source: 'function', message: 'asked 0' }),
    expect.objectContaining({ kind: 'invocation', input: '{"n":0}', lines: ['asked 0'] }),
  ]))
  await reader?.cancel()
})

it('shows a page, to this machine alone', async () => {
  const page = await fetch(`${running.cloud.endpoint}/__keg`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  const { hostname, port } = new URL(running.cloud.endpoint)
  const elsewhere = await new Promise((resolve, reject) => {
    request({ hostname, port, path: '/__keg/state', headers: { host: 'somebody.example' } }, (response) =>
      resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
  expect(elsewhere).toBe(403)
})
