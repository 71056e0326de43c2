import { once } from 'node:events'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import type { LocalIotOptions } from '../src/index.ts'
import { startCaptureServer } from '../src/testing/capture-server.ts'
import { startIot } from './start-iot.ts'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const role = 'arn:aws:iam::123456789012:role/rule'

/** What a rule with this SELECT makes of a message, and what the log says of it. */
async function selected(select: string, options: LocalIotOptions) {
  const started = await startIot(options)
  await using _ = started
  const { iot, log } = started
  const copies: unknown[] = []
  iot.subscribe('copies', ({ payload }) => copies.push(JSON.parse(new TextDecoder().decode(payload))))
  const actions = [{ republish: { roleArn: role, topic: 'copies' } }]
  await iot.call('CreateTopicRule', {
    ruleName: 'r', topicRulePayload: { sql: `SELECT ${select} FROM 'pours'`, awsIotSqlVersion: '2016-03-23', actions },
  })
  await iot.publish('pours', '{"kegId":"k-1"}')
  return { copies, failures: log.filter(({ event }) => event === 'rule-failed').map(({ message }) => message) }
}

const item = `get_dynamodb('kegs', 'kegId', kegId, '${role}') AS keg`

it('get_dynamodb reads an item of a real table', async () => {
  // It has no types of its own.
  const dynalite = createRequire(import.meta.url)('dynalite') as (options: object) => Server
  const server = dynalite({ createTableMs: 0 }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials })
  await client.send(new CreateTableCommand({
    TableName: 'kegs', BillingMode: 'PAY_PER_REQUEST', AttributeDefinitions: [{ AttributeName: 'kegId', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'kegId', KeyType: 'HASH' }],
  }))
  const Item = {
    kegId: { S: 'k-1' }, litres: { N: '30' }, open: { BOOL: true }, beers: { SS: ['lager'] },
    at: { M: { row: { L: [{ N: '1' }, { NULL: true }] } } }, seal: { B: Uint8Array.of(1, 2) },
  }
  await client.send(new PutItemCommand({ TableName: 'kegs', Item }))
  expect(await selected(item, { aws: { endpoint, credentials } })).toEqual({
    copies: [{ keg: { kegId: 'k-1', litres: 30, open: true, beers: ['lager'], at: { row: [1, null] }, seal: 'AQI=' } }], failures: [],
  })
  client.destroy()
  await new Promise((resolve) => server.close(resolve))
})

it.each([
  [
    'a member of a text', "get_secret('api', 'SecretString', 'key', 'role') AS key", { SecretString: '{"key":"sesame"}' },
    { key: 'sesame' },
  ],
  ['bytes', "get_secret('api', 'SecretBinary', 'role') AS key", { SecretBinary: 'AQI=' }, { key: 'AQI=' }],
])('get_secret reads %s', async (_, select, body, copy) => {
  await using manager = await startCaptureServer(() => ({
    headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body),
  }))
  expect(await selected(select, { aws: { endpoint: manager.url, credentials } })).toEqual({ copies: [copy], failures: [] })
  expect(manager.requests.map(({ headers, body: sent }) => [headers['x-amz-target'], JSON.parse(sent.toString())])).toEqual([
    ['secretsmanager.GetSecretValue', { SecretId: 'api' }],
  ])
})

it('asks a function in place of the service', async () => {
  const lookups: LocalIotOptions['lookups'] = { dynamodb: async ({ tableName, key }) => ({ tableName, key }) }
  expect((await selected(item, { lookups })).copies).toEqual([{ keg: { tableName: 'kegs', key: { kegId: 'k-1' } } }])
})

it('fails the rule where there is neither', async () => {
  expect(await selected(item, {})).toEqual({ copies: [], failures: [expect.stringContaining('lookups.dynamodb')] })
})
