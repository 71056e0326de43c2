import { randomUUID } from 'node:crypto'
import {
  BatchWriteItemCommand, CreateTableCommand, DeleteItemCommand, DeleteTableCommand, DescribeTableCommand, DescribeTimeToLiveCommand,
  DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, ScanCommand, TransactGetItemsCommand, TransactWriteItemsCommand,
  UpdateItemCommand, UpdateTimeToLiveCommand, type TransactWriteItem, type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listen } from '../../adapters/http-listener.ts'
import type { HttpListener } from '../../ground/http.ts'
import { memoryShelves } from '../../ground/shelf.ts'
import { createDynamoDb } from './dynamodb.ts'
import type { DynamoDbEngine } from './dynamodb-engine.ts'

const TableName = 'ledger'
const pour = (sk: string) => ({ pk: { S: 'k-1' }, sk: { S: sk } })
const fresh = { ConditionExpression: 'attribute_not_exists(pk)' }

/** What a DynamoDB engine is held to by its own SDK client; `gaps`: cases it fails by nature, with the reason. */
export function engineSuite(start: () => Promise<DynamoDbEngine>, gaps: Readonly<Record<string, string>> = {}): void {
  let engine: DynamoDbEngine
  let listener: HttpListener
  let client: DynamoDBClient

  beforeAll(async () => {
    engine = await start()
    const dynamodb = createDynamoDb(engine, {
      region: 'eu-west-1', accountId: '210987654321', nowMs: () => Date.now(), newId: () => randomUUID(), shelves: memoryShelves(),
    })
    listener = await listen({ fetch: (request) => dynamodb.fetch(request), upgrade: (_, socket) => socket.destroy() }, undefined)
    client = new DynamoDBClient({
      endpoint: listener.endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
    })
  })
  afterAll(async () => {
    client.destroy()
    await listener.close()
    await engine.close()
  })
  beforeEach(async ({ task, skip }) => {
    const gap = gaps[task.name]
    if (gap !== undefined) skip(gap)
    await client.send(new DeleteTableCommand({ TableName })).catch(() => undefined)
    await client.send(new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'site'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
      GlobalSecondaryIndexes: [
        { IndexName: 'bySite', KeySchema: [{ AttributeName: 'site', KeyType: 'HASH' }], Projection: { ProjectionType: 'ALL' } },
      ],
    }))
  })

  const put = (sk: string, ml: string) =>
    client.send(new PutItemCommand({ TableName, Item: { ...pour(sk), ml: { N: ml }, site: { S: 'berlin' } } }))
  const item = async (sk: string) => (await client.send(new GetItemCommand({ TableName, Key: pour(sk), ConsistentRead: true }))).Item
  const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
    client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }))
  const add = (sk: string, ml: string, condition?: string): TransactWriteItem => ({
    Update: {
      TableName, Key: pour(sk), UpdateExpression: 'ADD ml :ml', ExpressionAttributeValues: { ':ml': { N: ml } },
      ConditionExpression: condition,
    },
  })

  describe('tables', () => {
    it('are active once created, under ARNs of their own account and region', async () => {
      const { Table } = await client.send(new DescribeTableCommand({ TableName }))
      expect(Table).toMatchObject({ TableStatus: 'ACTIVE', TableArn: 'arn:aws:dynamodb:eu-west-1:210987654321:table/ledger' })
      expect(Table?.GlobalSecondaryIndexes).toMatchObject([
        { IndexStatus: 'ACTIVE', IndexArn: 'arn:aws:dynamodb:eu-west-1:210987654321:table/ledger/index/bySite' },
      ])
    })
    it('have a time to live', async () => {
      await client.send(new UpdateTimeToLiveCommand({
        TableName, TimeToLiveSpecification: { AttributeName: 'expiresAtSec', Enabled: true },
      }))
      expect((await client.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription).toMatchObject({
        TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAtSec',
      })
    })
    it('that are not there are said to be missing', async () => {
      await expect(client.send(new GetItemCommand({ TableName: 'nowhere', Key: pour('p-1') })))
        .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
      await expect(transact([{ Delete: { TableName: 'nowhere', Key: pour('p-1') } }]))
        .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
    })
  })

  describe('a conditional write', () => {
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html#DDB-PutItem-request-ReturnValuesOnConditionCheckFailure
    it.each([
      ['PutItem', () => new PutItemCommand({ TableName, Item: pour('p-1'), ...fresh, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })],
      ['UpdateItem', () => new UpdateItemCommand({
        TableName, Key: pour('p-1'), UpdateExpression: 'SET a = pk', ...fresh, ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })],
      ['DeleteItem', () =>
        new DeleteItemCommand({ TableName, Key: pour('p-1'), ...fresh, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' })],
    ])('%s shows the item that was in its way', async (_, command) => {
      await put('p-1', '250')
      // The three commands have the same answer in common.
      await expect(client.send(command() as PutItemCommand)).rejects.toMatchObject({
        name: 'ConditionalCheckFailedException', Item: { ...pour('p-1'), ml: { N: '250' } },
      })
    })
    it('shows nothing unasked', async () => {
      await put('p-1', '250')
      const failure = await client.send(new PutItemCommand({ TableName, Item: pour('p-1'), ...fresh })).catch((error: unknown) => error)
      expect(failure).toMatchObject({ name: 'ConditionalCheckFailedException' })
      expect(failure).not.toHaveProperty('Item.pk')
    })
  })

  describe('a batch', () => {
    const batch = (requests: WriteRequest[]) => client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }))
    const puts = (count: number) =>
      Array.from({ length: count }, (_, index): WriteRequest => ({ PutRequest: { Item: { ...pour(`p-${index}`), ml: { N: '250' } } } }))

    it('writes 25 items and leaves none', async () => {
      await put('gone', '1')
      expect((await batch([...puts(24), { DeleteRequest: { Key: pour('gone') } }])).UnprocessedItems).toEqual({})
      expect((await client.send(new ScanCommand({ TableName }))).Count).toBe(24)
    })
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html
    it.each<[string, () => WriteRequest[], RegExp]>([
      ['the same item twice', () => [...puts(1), ...puts(2)], /contains duplicates/],
      ['more than 25 items', () => puts(26), /less than or equal to 25/],
      ['an item without its key', () => [
        ...puts(2), { PutRequest: { Item: { ml: { N: '1' } } } },
      ], /(?:Missing the key|provided key element does not match)/],
    ])('is refused for %s', async (_, requests, message) => {
      await expect(batch(requests())).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) })
    })
  })

  describe('a transaction', () => {
    it('does all of it', async () => {
      await put('gone', '1')
      await put('total', '100')
      await transact([
        { Put: { TableName, Item: { ...pour('p-1'), ml: { N: '250' }, site: { S: 'munich' } }, ...fresh } },
        add('total', '250'),
        { Delete: { TableName, Key: pour('gone'), ConditionExpression: 'ml = :one', ExpressionAttributeValues: { ':one': { N: '1' } } } },
        { ConditionCheck: { TableName, Key: pour('absent'), ...fresh } },
      ])
      expect([await item('p-1'), await item('total'), await item('gone'), await item('absent')]).toMatchObject([
        { ml: { N: '250' } }, { ml: { N: '350' } }, undefined, undefined,
      ])
    })
    it('does nothing of it where a condition fails, and says for each element what was wrong', async () => {
      await put('p-1', '250')
      await put('total', '100')
      await put('last', '7')
      const failure = transact([
        { Put: { TableName, Item: { ...pour('new'), ml: { N: '1' } } } },
        add('total', '250'),
        { Put: { TableName, Item: pour('p-1'), ...fresh, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
        { Delete: { TableName, Key: pour('last') } },
        { ConditionCheck: {
          TableName, Key: pour('absent'), ConditionExpression: 'attribute_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        } },
      ])
      await expect(failure).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        message: 'Transaction cancelled, please refer cancellation reasons for specific reasons [None, None, ConditionalCheckFailed, None, ConditionalCheckFailed]',
        CancellationReasons: [
          { Code: 'None' }, { Code: 'None' },
          { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed', Item: { ...pour('p-1'), ml: { N: '250' } } },
          { Code: 'None' }, { Code: 'ConditionalCheckFailed' },
        ],
      })
      expect([await item('new'), await item('total'), await item('last'), await item('absent')]).toMatchObject([
        undefined, { ml: { N: '100' } }, { ml: { N: '7' } }, undefined,
      ])
      const bySite = {
        IndexName: 'bySite', KeyConditionExpression: 'site = :site', ExpressionAttributeValues: { ':site': { S: 'berlin' } },
      }
      expect((await client.send(new QueryCommand({ TableName, ...bySite }))).Count).toBe(3)
    })
    it('checks an item that is there without changing it', async () => {
      await put('p-1', '250')
      await transact([{ ConditionCheck: {
        TableName, Key: pour('p-1'), ConditionExpression: 'ml > :ml', ExpressionAttributeValues: { ':ml': { N: '200' } },
      } }, add('total', '1')])
      expect(await item('p-1')).toEqual({ ...pour('p-1'), ml: { N: '250' }, site: { S: 'berlin' } })
    })
    it('is cancelled by an update that does not fit the item', async () => {
      await client.send(new PutItemCommand({ TableName, Item: { ...pour('total'), ml: { S: 'much' } } }))
      await expect(transact([{ Put: { TableName, Item: pour('p-1') } }, add('total', '250')])).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [
          { Code: 'None' }, { Code: 'ValidationError', Message: 'An operand in the update expression has an incorrect data type' },
        ],
      })
      expect(await item('p-1')).toBeUndefined()
    })
    // As captured from AWS: https://github.com/paritysuite/dynamodb-conformance/pull/60
    it('is cancelled by a key that does not fit the table', async () => {
      await expect(transact([{ Delete: { TableName, Key: { ...pour('p-1'), pk: { N: '1' } } } }])).rejects.toMatchObject({
        name: 'TransactionCanceledException',
        CancellationReasons: [{ Code: 'ValidationError', Message: 'The provided key element does not match the schema' }],
      })
    })
    // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
    it.each<[string, () => TransactWriteItem[], RegExp]>([
      ['the same item twice', () => [
        add('total', '1'), { Delete: { TableName, Key: pour('total') } },
      ], /cannot include multiple operations on one item/],
      ['a put and a check of one item', () => [
        { Put: { TableName, Item: { ...pour('p-1'), ml: { N: '1' } } } }, { ConditionCheck: { TableName, Key: pour('p-1'), ...fresh } },
      ], /cannot include multiple operations on one item/],
      ['no element', () => [], /length greater than or equal to 1/],
      ['more than 100 elements', () => Array.from({ length: 101 }, (_, index) =>
        add(`p-${index}`, '1')), /length less than or equal to 100/],
      ['an element of two kinds', () => [
        { ...add('p-1', '1'), Delete: { TableName, Key: pour('p-2') } },
      ], /only contain one of Check, Put, Update or Delete/],
      ['an expression that is none', () => [
        add('total', '1'), { Update: { TableName, Key: pour('p-1'), UpdateExpression: 'SIT a = b' } },
      ], /Invalid UpdateExpression/],
    ])('is refused for %s', async (_, items, message) => {
      await expect(transact(items())).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) })
      expect(await item('total')).toBeUndefined()
    })
    it('takes 100 elements', async () => {
      await transact(Array.from({ length: 100 }, (_, index) => add(`p-${index}`, '1')))
      expect((await client.send(new ScanCommand({ TableName }))).Count).toBe(100)
    })
    it('is done once under one token', async () => {
      await transact([add('total', '250')], 'token-1')
      await transact([add('total', '250')], 'token-1')
      expect((await item('total'))?.['ml']).toEqual({ N: '250' })
      await expect(transact([add('total', '300')], 'token-1')).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' })
      await transact([add('total', '250')], 'token-2')
      expect((await item('total'))?.['ml']).toEqual({ N: '500' })
    })
    it('that was cancelled can come again under its token', async () => {
      await expect(transact([add('total', '1', 'attribute_exists(pk)')], 'token-3'))
        .rejects.toMatchObject({ name: 'TransactionCanceledException' })
      await put('total', '1')
      await transact([add('total', '1', 'attribute_exists(pk)')], 'token-3')
      expect((await item('total'))?.['ml']).toEqual({ N: '2' })
    })
    it('tells the capacity it consumed, twice that of plain writes', async () => {
      const { ConsumedCapacity } = await client.send(new TransactWriteItemsCommand({
        TransactItems: [add('p-1', '1'), add('p-2', '1')], ReturnConsumedCapacity: 'TOTAL',
      }))
      expect(ConsumedCapacity).toMatchObject([{ TableName, CapacityUnits: 4 }])
    })
    it('is seen whole or not at all', async () => {
      await transact([add('a', '0'), add('b', '0')])
      const writes = Array.from({ length: 30 }, () => transact([add('a', '1'), add('b', '1')]))
      const reads = Array.from({ length: 30 }, async () => {
        const { Responses } = await client.send(new TransactGetItemsCommand({
          TransactItems: ['a', 'b'].map((sk) => ({ Get: { TableName, Key: pour(sk) } })),
        }))
        return new Set(Responses?.map(({ Item }) => Item?.['ml']?.N)).size
      })
      await Promise.all(writes)
      expect(new Set(await Promise.all(reads))).toEqual(new Set([1]))
      expect([await item('a'), await item('b')]).toMatchObject([{ ml: { N: '30' } }, { ml: { N: '30' } }])
    })
    it('counts a pour once, however often and at once it is written', async () => {
      const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => transact([
        { Put: { TableName, Item: { ...pour(`p-${index % 4}`), ml: { N: '250' } }, ...fresh } },
        add('total', '250'),
      ])))
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
      expect((await item('total'))?.['ml']).toEqual({ N: '1000' })
    })
  })

  describe('a transaction that reads', () => {
    it('answers in order, with nothing for what is not there', async () => {
      await put('p-1', '250')
      const { Responses } = await client.send(new TransactGetItemsCommand({
        TransactItems: [{ Get: { TableName, Key: pour('absent') } }, { Get: { TableName, Key: pour('p-1'), ProjectionExpression: 'ml' } }],
      }))
      expect(Responses).toEqual([{}, { Item: { ml: { N: '250' } } }])
    })
    it('is refused for the same item twice', async () => {
      const Get = { TableName, Key: pour('p-1') }
      await expect(client.send(new TransactGetItemsCommand({ TransactItems: [{ Get }, { Get }] })))
        .rejects.toMatchObject({ name: 'ValidationException' })
    })
  })
}
