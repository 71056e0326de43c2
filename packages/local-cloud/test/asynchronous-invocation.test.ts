import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { QueuedEvent } from '../src/services/lambda/asynchronous-invocations.ts'
import type { FunctionLogLine } from '../src/services/lambda/lambda-function.ts'
import { Lambda } from '../src/services/lambda/lambda.ts'
import type { LambdaOptions } from '../src/services/lambda/lambda-options.ts'
import { guardProcess } from '../src/services/process-guard.ts'
import { eventually } from './synthesized.ts'

async function lambdaWith(source: string, asyncRetryDelaysMs: readonly number[], more: Partial<LambdaOptions> = {}) {
  const guard = guardProcess(await mkdtemp(join(tmpdir(), 'keg-cloud-')))
  const lines: FunctionLogLine[] = []
  const ids = { next: 0 }
  const lambda = new Lambda({
    region: 'us-east-1', accountId: '123456789012', endpoint: 'http://127.0.0.1:1', guard, asyncRetryDelaysMs,
    nowMs: () => Date.now(), newId: () => `id-${(ids.next += 1)}`, log: (line) => lines.push(line), ...more,
  })
  await writeFile(join(guard.directory, 'index.js'), source)
  lambda.createFunction({
    name: 'f', arn: 'arn:aws:lambda:us-east-1:123456789012:function:f', handler: 'index.handler', runtime: 'nodejs24.x',
    directory: guard.directory, environment: {}, timeoutSec: 5, memoryMb: 128, reservedConcurrency: undefined,
    logGroupName: '/aws/lambda/f', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, roleArn: 'arn:aws:iam::123456789012:role/f',
    constructPath: 'Test/F',
  })
  return { lambda, lines, async [Symbol.asyncDispose]() { await lambda.close(); await guard.close() } }
}

const said = (lines: FunctionLogLine[], text: string) => lines.filter((line) => line.text.includes(text)).length

it('is tried three times under one request id, then dropped with a line in the log', async () => {
  await using running = await lambdaWith(
    'exports.handler = async (_, { awsRequestId }) => { console.log("attempt", awsRequestId); throw new Error("no") }', [1, 1],
  )
  const requestId = running.lambda.invokeAsync('f', '{}')
  await eventually(() => said(running.lines, 'dropped after its last attempt') === 1)
  expect([said(running.lines, `attempt ${requestId}`), said(running.lines, 'Asynchronous invocation failed')]).toEqual([3, 3])
})

it('is not tried again once it has succeeded', async () => {
  await using running = await lambdaWith(
    'let n = 0; exports.handler = async () => { console.log("attempt", n += 1); if (n < 2) throw new Error("no") }', [1, 1],
  )
  running.lambda.invokeAsync('f', '{}')
  await eventually(() => said(running.lines, 'attempt 2') === 1)
  await running.lambda.close()
  expect(said(running.lines, 'dropped')).toBe(0)
})

it('that waits for its next attempt is dropped on close, with a line in the log', async () => {
  await using running = await lambdaWith('exports.handler = async () => { throw new Error("no") }', [60_000])
  running.lambda.invokeAsync('f', '{}')
  await eventually(() => said(running.lines, 'Asynchronous invocation failed') === 1)
  await running.lambda.close()
  expect(said(running.lines, 'the local cloud is closing')).toBe(1)
})

// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
it('that has grown too old is not tried again', async () => {
  let lines: FunctionLogLine[] = []
  const told: unknown[] = []
  // It is late once the first attempt has failed.
  const nowMs = () => (said(lines, 'Asynchronous invocation failed') > 0 ? 10_000 : 0)
  await using running = await lambdaWith('exports.handler = async () => { throw new Error("no") }', [1, 1], {
    nowMs, sendRecord: async (_, record) => void told.push(record),
  })
  lines = running.lines
  running.lambda.setInvokeConfig('f', { ageMaxMs: 1_500, onFailure: 'arn:aws:sqs:us-east-1:123456789012:told' })
  running.lambda.invokeAsync('f', '{}')
  await eventually(() => told.length > 0)
  expect(told).toMatchObject([
    { requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 1 }, responseContext: { functionError: 'Unhandled' } },
  ])
  expect(said(running.lines, 'it is too old')).toBe(1)
})

it('is tried as often as its configuration says', async () => {
  await using running = await lambdaWith(
    'exports.handler = async (_, { awsRequestId }) => { console.log("attempt", awsRequestId); throw new Error("no") }', [1, 1],
  )
  running.lambda.setInvokeConfig('f', { retriesMax: 1 })
  const requestId = running.lambda.invokeAsync('f', '{}')
  await eventually(() => said(running.lines, 'dropped after its last attempt') === 1)
  expect(said(running.lines, `attempt ${requestId}`)).toBe(2)
})

it('that has not ended is gone on with by the next run over the same queue, where it was', async () => {
  const queue = new Map<string, QueuedEvent>()
  const durable = { queue, durable: true }
  const failing = 'exports.handler = async (_, { awsRequestId }) => { console.log("attempt", awsRequestId); throw new Error("no") }'
  let requestId = ''
  {
    await using first = await lambdaWith(failing, [60_000, 60_000], durable)
    requestId = first.lambda.invokeAsync('f', '{"n":1}')
    await eventually(() => queue.get(requestId)?.invocations === 1)
    await first.lambda.close()
    expect(said(first.lines, 'dropped')).toBe(0)
  }
  await using second = await lambdaWith(failing, [1, 1], durable)
  second.lambda.start()
  await eventually(() => said(second.lines, 'dropped after its last attempt') === 1)
  expect([said(second.lines, `attempt ${requestId}`), queue.size]).toEqual([2, 0])
})

it('that is for a function that is gone is forgotten', async () => {
  const queue = new Map([[
    'r', { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:gone', event: '{}', requestId: 'r', queuedAtMs: 0, invocations: 0 },
  ]])
  await using running = await lambdaWith('exports.handler = async () => undefined', [1], { queue })
  running.lambda.start()
  expect(queue.size).toBe(0)
})
