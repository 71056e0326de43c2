import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KEPT_REQUESTS, routes } from '@keg/flows/routes'
import { dynamoDbChangeLog } from '@keg/store/change-log/dynamodb'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { once } from './once.ts'
import { Problem } from './problem.ts'

it.each(routes)('keeps requests to $method $path where its handler may write', async (route) => {
  const keys: string[] = []
  const handle = async ({ body }: { body: string }) => {
    const { Item, Key } = JSON.parse(body)
    keys.push((Item ?? Key).pk.S)
    return { response: { statusCode: 200, headers: {}, body: Readable.from(['{}']) } }
  }
  const client = new DynamoDBClient({
    region: 'eu-central-1', endpoint: 'http://dynamodb.test', credentials: { accessKeyId: 'a', secretAccessKey: 's' },
    // The SDK asks for no more of a handler than this.
    requestHandler: { handle } as never,
  })
  const log = dynamoDbChangeLog({ client, tableName: 'ledger' })
  const refuse = (kind: 'conflict', detail: string) => new Problem(kind, detail)
  // What it answers is not looked at here.
  await once(route, { log, nowMs: () => 1 }, { key: 'key-1', person: { subject: 's-1' }, parts: [], refuse }, async (first) => {
    await first('id')
    return {} as never
  })
  expect(keys).toHaveLength(3)
  for (const key of keys) expect(key.startsWith(KEPT_REQUESTS)).toBe(true)
})
