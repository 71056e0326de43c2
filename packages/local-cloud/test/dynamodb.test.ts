import type { ChildProcess } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CfnOutput } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { describe, expect, it } from 'vitest'
import { CloudError, type CloudLogEntry } from '../src/index.ts'
import { startDynalite } from '../src/services/dynamodb/dynalite.ts'
import { engineRequest } from '../src/services/dynamodb/dynamodb-engine.ts'
import { startDynoxide } from '../src/services/dynamodb/dynoxide.ts'
import { keptEngine } from '../src/services/dynamodb/kept-engine.ts'
import { startEngine } from '../src/services/dynamodb/start-engine.ts'
import { memoryShelves } from '../src/ground/shelf.ts'
import { engineSuite } from '../src/services/dynamodb/engine-suite.ts'
import { guardProcess, type ProcessGuard } from '../src/services/process-guard.ts'
import { eventually, run } from './synthesized.ts'

const guarded = async () => guardProcess(await mkdtemp(join(tmpdir(), 'keg-cloud-')))
const nowMs = () => Date.now()

async function hasDynoxide(guard: ProcessGuard): Promise<boolean> {
  return startDynoxide(guard, { log: () => undefined }).then((engine) => engine.close().then(() => true), (error: { code?: string }) =>
    error.code !== 'ENGINE_MISSING')
}
const probe = await guarded()
const dynoxideIsHere = await hasDynoxide(probe)
await probe.close()

describe('dynalite', () => engineSuite(() => startDynalite({ nowMs, shelves: memoryShelves() })))

// Skipped where neither npm nor the PATH has the binary, as on macOS and Windows.
describe.skipIf(!dynoxideIsHere)('dynoxide', () => engineSuite(async () => {
  const guard = await guarded()
  const engine = await startDynoxide(guard, { log: () => undefined })
  return { answer: (request) => engine.answer(request), close: () => engine.close().then(() => guard.close()) }
}, {
  'is refused for an element of two kinds': 'dynoxide 1.2.1 does one of them',
  'is refused for an expression that is none': 'dynoxide 1.2.1 cancels the transaction instead of refusing it',
  'answers in order, with nothing for what is not there': 'dynoxide 1.2.1 adds the key to a projection without it',
}))

describe('choosing', () => {
  it.each([
    ['no-such-engine', 'ENGINE_MISSING', /dynamodbEndpoint/],
    ['false', 'ENGINE_FAILED', /did not start/],
  ])('dynoxide started as %s says %s', async (program, code, message) => {
    const guard = await guarded()
    try {
      await expect(startDynoxide(guard, { program, log: () => undefined })).rejects.toMatchObject({
        code, message: expect.stringMatching(message),
      })
    } finally {
      await guard.close()
    }
  })
  it.each([
    [undefined, true], ['dynoxide', false],
  ] as const)('%s falls back to dynalite where there is no dynoxide: %s', async (dynamodb, expected) => {
    const guard = await guarded()
    const lines: string[] = []
    const start = () => Promise.reject(new CloudError('ENGINE_MISSING', 'there is none'))
    const started = startEngine({
      ...(dynamodb === undefined ? {} : { dynamodb }), guard, nowMs, shelves: memoryShelves(), log: ({ message }) => lines.push(message),
    }, start)
    if (expected) await (await started).close()
    else await expect(started).rejects.toMatchObject({ code: 'ENGINE_MISSING' })
    expect(lines.some((line) => line.includes('dynalite'))).toBe(expected)
    await guard.close()
  })
  it('runs a stack\'s table, with its time to live, on dynalite', async () => {
    await using running = await run((stack) => {
      const table = new Table(stack, 'Table', {
        partitionKey: { name: 'pk', type: AttributeType.STRING }, timeToLiveAttribute: 'expiresAtSec',
      })
      new CfnOutput(stack, 'TableName', { value: table.tableName })
      new CfnOutput(stack, 'TableArn', { value: table.tableArn })
    }, { dynamodb: 'dynalite' })
    const { Table: described } = await new DynamoDBClient(running.client)
      .send(new DescribeTableCommand({ TableName: running.outputs['TableName'] }))
    expect(described).toMatchObject({ TableStatus: 'ACTIVE', TableArn: running.outputs['TableArn'] })
  })
})

/** A guard that tells whom it was given to watch. */
async function watching(): Promise<{ readonly guard: ProcessGuard; readonly children: ChildProcess[] }> {
  const guard = await guarded()
  const children: ChildProcess[] = []
  const watch = (child: ChildProcess) => {
    children.push(child)
    guard.watch(child)
  }
  return { guard: { ...guard, watch }, children }
}

describe.skipIf(!dynoxideIsHere)('the process of dynoxide', () => {
  it('listens where no page reaches it', async () => {
    const { guard, children } = await watching()
    const engine = await startDynoxide(guard, { log: () => undefined })
    const [, , host, , port] = children[0]?.spawnargs ?? []
    // As browsers do by the same standard.
    await expect(fetch(`http://${host}:${port}/`, { method: 'POST' })).rejects.toMatchObject({
      cause: expect.objectContaining({ message: 'bad port' }),
    })
    await engine.close()
    await guard.close()
  })
  it('is started again when it is killed, and has what it answered', async () => {
    const { guard, children } = await watching()
    const log: CloudLogEntry[] = []
    const engine = await startDynoxide(guard, { log: (entry) => log.push(entry) })
    const ask = async (operation: string, input: object) => await (await engine.answer(engineRequest(operation, input))).json() as object
    await ask('CreateTable', {
      TableName: 'ledger', BillingMode: 'PAY_PER_REQUEST', AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    })
    await ask('PutItem', { TableName: 'ledger', Item: { pk: { S: 'k-1' }, ml: { N: '250' } } })
    children[0]?.kill('SIGKILL')
    await eventually(() => log.length > 0)
    expect(log).toMatchObject([{ level: 'error', source: 'cloud', message: expect.stringContaining('SIGKILL') }])
    expect(await ask('GetItem', { TableName: 'ledger', Key: { pk: { S: 'k-1' } } })).toEqual({
      Item: { pk: { S: 'k-1' }, ml: { N: '250' } },
    })
    await engine.close()
    expect(log).toHaveLength(1)
    await guard.close()
  })
})

it('an engine that ends while it is asked answers with an error that clients try again', async () => {
  const gone = {
    engine: { answer: () => Promise.reject(new Error('ECONNRESET')), close: async () => undefined },
    ended: new Promise<string>(() => undefined),
  }
  const engine = await keptEngine(async () => gone, () => undefined)
  const response = await engine.answer(engineRequest('ListTables', {}))
  expect([response.status, await response.json()]).toEqual([
    500, expect.objectContaining({ __type: expect.stringContaining('InternalServerError') }),
  ])
})

it('dynalite has no port', async () => {
  const guard = await guarded()
  const ports = () => process.getActiveResourcesInfo().filter((resource) => resource === 'TCPServerWrap').length
  const before = ports()
  const engine = await startDynalite({ nowMs, shelves: memoryShelves(), directory: guard.directory })
  expect(ports()).toBe(before)
  expect((await engine.answer(engineRequest('ListTables', {}))).status).toBe(200)
  await engine.close()
  await guard.close()
})
