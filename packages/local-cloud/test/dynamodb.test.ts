import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { CfnOutput } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { describe, expect, it } from 'vitest'
import { CloudError } from '../src/index.ts'
import { startDynalite } from '../src/services/dynamodb/dynalite.ts'
import { startDynoxide } from '../src/services/dynamodb/dynoxide.ts'
import { startEngine } from '../src/services/dynamodb/start-engine.ts'
import { memoryShelves } from '../src/services/state/shelf.ts'
import { engineSuite } from '../src/services/dynamodb/engine-suite.ts'
import { guardProcess, type ProcessGuard } from '../src/services/process-guard.ts'
import { run } from './synthesized.ts'

const guarded = async () => guardProcess(await mkdtemp(join(tmpdir(), 'keg-cloud-')))
const nowMs = () => Date.now()

async function hasDynoxide(guard: ProcessGuard): Promise<boolean> {
  return startDynoxide(guard).then((engine) => engine.close().then(() => true), (error: { code?: string }) => error.code !== 'ENGINE_MISSING')
}
const probe = await guarded()
const dynoxideIsHere = await hasDynoxide(probe)
await probe.close()

describe('dynalite', () => engineSuite(() => startDynalite({ nowMs, shelves: memoryShelves() })))

// Skipped where neither npm nor the PATH has the binary, as on macOS and Windows.
describe.skipIf(!dynoxideIsHere)('dynoxide', () => engineSuite(async () => {
  const guard = await guarded()
  const engine = await startDynoxide(guard)
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
      await expect(startDynoxide(guard, undefined, program)).rejects.toMatchObject({ code, message: expect.stringMatching(message) })
    } finally {
      await guard.close()
    }
  })
  it.each([[undefined, true], ['dynoxide', false]] as const)('%s falls back to dynalite where there is no dynoxide: %s', async (dynamodb, expected) => {
    const guard = await guarded()
    const lines: string[] = []
    const start = () => Promise.reject(new CloudError('ENGINE_MISSING', 'there is none'))
    const started = startEngine({ ...(dynamodb === undefined ? {} : { dynamodb }), guard, nowMs, shelves: memoryShelves(), log: ({ message }) => lines.push(message) }, start)
    if (expected) await (await started).close()
    else await expect(started).rejects.toMatchObject({ code: 'ENGINE_MISSING' })
    expect(lines.some((line) => line.includes('dynalite'))).toBe(expected)
    await guard.close()
  })
  it('runs a stack\'s table, with its time to live, on dynalite', async () => {
    await using running = await run((stack) => {
      const table = new Table(stack, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING }, timeToLiveAttribute: 'expiresAtSec' })
      new CfnOutput(stack, 'TableName', { value: table.tableName })
      new CfnOutput(stack, 'TableArn', { value: table.tableArn })
    }, { dynamodb: 'dynalite' })
    const { Table: described } = await new DynamoDBClient(running.client).send(new DescribeTableCommand({ TableName: running.outputs['TableName'] }))
    expect(described).toMatchObject({ TableStatus: 'ACTIVE', TableArn: running.outputs['TableArn'] })
  })
})
