import {
  BatchWriteItemCommand, CreateTableCommand, DeleteItemCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient,
  ExecuteStatementCommand, PutItemCommand, TransactWriteItemsCommand, UpdateItemCommand, UpdateTableCommand, type StreamViewType,
} from '@aws-sdk/client-dynamodb'
import {
  DescribeStreamCommand, DynamoDBStreamsClient, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand, type _Record,
} from '@aws-sdk/client-dynamodb-streams'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

// On a machine without dynoxide, the first falls back to dynalite.
describe.each([undefined, 'dynalite'] as const)('streams on %s', (dynamodb) => {
  let running: TestCloud
  let client: DynamoDBClient
  let streams: DynamoDBStreamsClient

  beforeAll(async () => {
    running = await run((stack) => void new LogGroup(stack, 'Logs'), dynamodb === undefined ? {} : { dynamodb })
    client = new DynamoDBClient(running.client)
    streams = new DynamoDBStreamsClient(running.client)
  }, 60_000)
  afterAll(() => running[Symbol.asyncDispose]())

  async function table(TableName: string, StreamViewType: StreamViewType = 'NEW_AND_OLD_IMAGES'): Promise<string> {
    const { TableDescription } = await client.send(new CreateTableCommand({
      TableName, BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }], KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType },
    }))
    return TableDescription?.LatestStreamArn ?? ''
  }
  const put = (TableName: string, pk: string, ml: string) =>
    client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, ml: { N: ml } } }))
  async function shardIterator(
    StreamArn: string,
    start: {
      ShardIteratorType: 'TRIM_HORIZON' | 'LATEST' | 'AFTER_SEQUENCE_NUMBER' | 'AT_SEQUENCE_NUMBER'
      SequenceNumber?: string | undefined
    },
  ) {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }))
    return (await streams.send(new GetShardIteratorCommand({
      StreamArn, ShardId: StreamDescription?.Shards?.[0]?.ShardId, ...start,
    }))).ShardIterator
  }
  async function records(StreamArn: string): Promise<_Record[]> {
    const ShardIterator = await shardIterator(StreamArn, { ShardIteratorType: 'TRIM_HORIZON' })
    return (await streams.send(new GetRecordsCommand({ ShardIterator }))).Records ?? []
  }
  const brief = ({ eventName, dynamodb: change }: _Record) => [
    eventName, change?.Keys?.['pk']?.S, change?.OldImage?.['ml']?.N, change?.NewImage?.['ml']?.N,
  ]

  it('tell of every way to write, in order, and not of writes that change nothing', async () => {
    const arn = await table('ways')
    await put('ways', 'a', '1')
    await put('ways', 'a', '1')
    await client.send(new UpdateItemCommand({
      TableName: 'ways', Key: { pk: { S: 'a' } }, UpdateExpression: 'ADD ml :ml', ExpressionAttributeValues: { ':ml': { N: '2' } },
    }))
    await expect(
      client.send(new PutItemCommand({ TableName: 'ways', Item: { pk: { S: 'a' } }, ConditionExpression: 'attribute_not_exists(pk)' })),
    ).rejects.toThrow()
    await client.send(new BatchWriteItemCommand({ RequestItems: { ways: [{ PutRequest: { Item: { pk: { S: 'b' }, ml: { N: '5' } } } }] } }))
    await client.send(new TransactWriteItemsCommand({
      TransactItems: [
        { ConditionCheck: {
          TableName: 'ways', Key: { pk: { S: 'a' } }, ConditionExpression: 'ml = :ml', ExpressionAttributeValues: { ':ml': { N: '3' } },
        } },
        { Put: { TableName: 'ways', Item: { pk: { S: 'c' }, ml: { N: '7' } } } },
        { Delete: { TableName: 'ways', Key: { pk: { S: 'b' } } } },
      ],
    }))
    await client.send(new DeleteItemCommand({ TableName: 'ways', Key: { pk: { S: 'a' } } }))
    await client.send(new DeleteItemCommand({ TableName: 'ways', Key: { pk: { S: 'absent' } } }))
    expect((await records(arn)).map(brief)).toEqual([
      ['INSERT', 'a', undefined, '1'],
      ['MODIFY', 'a', '1', '3'],
      ['INSERT', 'b', undefined, '5'],
      ['INSERT', 'c', undefined, '7'],
      ['REMOVE', 'b', '5', undefined],
      ['REMOVE', 'a', '3', undefined],
    ])
  })

  // https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html
  it('have records in AWS\'s shape', async () => {
    const arn = await table('shape')
    await put('shape', 'a', '1')
    expect(await records(arn)).toEqual([{
      eventID: expect.stringMatching(/^[0-9a-f]{32}$/), eventName: 'INSERT', eventVersion: '1.1', eventSource: 'aws:dynamodb',
      awsRegion: 'us-east-1',
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Date), Keys: { pk: { S: 'a' } }, NewImage: { pk: { S: 'a' }, ml: { N: '1' } },
        SequenceNumber: expect.stringMatching(/^\d{21,40}$/), SizeBytes: 9, StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    }])
  })

  it.each<[StreamViewType, boolean, boolean]>([
    ['KEYS_ONLY', false, false], ['NEW_IMAGE', false, true], ['OLD_IMAGE', true, false],
  ])('show by %s the old image: %s, the new one: %s', async (viewType, old, fresh) => {
    const name = viewType.toLowerCase()
    const arn = await table(name, viewType)
    await put(name, 'a', '1')
    await put(name, 'a', '2')
    const [, change] = await records(arn)
    expect([change?.dynamodb?.OldImage !== undefined, change?.dynamodb?.NewImage !== undefined]).toEqual([old, fresh])
  })

  it('are read from any place on', async () => {
    const arn = await table('places')
    await put('places', 'a', '1')
    const latest = await shardIterator(arn, { ShardIteratorType: 'LATEST' })
    await put('places', 'b', '1')
    await put('places', 'c', '1')
    const [, second] = await records(arn)
    const after = await shardIterator(arn, { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: second?.dynamodb?.SequenceNumber })
    const at = await shardIterator(arn, { ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: second?.dynamodb?.SequenceNumber })
    const read = async (ShardIterator: string | undefined) =>
      (await streams.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }))).Records?.map((record) => record.dynamodb?.Keys?.['pk']?.S)
    expect([await read(latest), await read(after), await read(at)]).toEqual([['b'], ['c'], ['b']])
    const { NextShardIterator } = await streams.send(new GetRecordsCommand({ ShardIterator: after }))
    expect((await streams.send(new GetRecordsCommand({ ShardIterator: NextShardIterator }))).Records).toEqual([])
  })

  it('come and go with the table and its updates', async () => {
    const arn = await table('goes')
    expect((await client.send(new DescribeTableCommand({ TableName: 'goes' }))).Table).toMatchObject({
      LatestStreamArn: arn, StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
    expect((await streams.send(new ListStreamsCommand({ TableName: 'goes' }))).Streams).toEqual([
      { StreamArn: arn, TableName: 'goes', StreamLabel: arn.split('/stream/')[1] },
    ])
    await put('goes', 'a', '1')
    await client.send(new UpdateTableCommand({ TableName: 'goes', StreamSpecification: { StreamEnabled: false } }))
    await put('goes', 'b', '1')
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: arn }))
    expect(StreamDescription).toMatchObject({
      StreamStatus: 'DISABLED', KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      Shards: [{ SequenceNumberRange: { EndingSequenceNumber: expect.any(String) } }],
    })
    expect((await records(arn)).map(brief)).toEqual([['INSERT', 'a', undefined, '1']])
    await client.send(new DeleteTableCommand({ TableName: 'goes' }))
    expect((await records(arn))).toHaveLength(1)
  })

  it('refuse what they can\'t do', async () => {
    const arn = await table('refuses')
    const named = (name: string) => expect.objectContaining({ name })
    await expect(streams.send(new DescribeStreamCommand({ StreamArn: `${arn}0` }))).rejects.toEqual(named('ResourceNotFoundException'))
    await expect(streams.send(new GetShardIteratorCommand({
      StreamArn: arn, ShardId: 'shardId-00000000000000000000-00000000', ShardIteratorType: 'LATEST',
    }))).rejects.toEqual(named('ResourceNotFoundException'))
    await expect(streams.send(new GetRecordsCommand({ ShardIterator: 'nonsense' }))).rejects.toEqual(named('ValidationException'))
    await expect(client.send(new UpdateTableCommand({
      TableName: 'refuses', StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
    }))).rejects.toEqual(named('ValidationException'))
    await expect(client.send(new ExecuteStatementCommand({ Statement: 'INSERT INTO "refuses" VALUE {\'pk\': \'a\'}' })))
      .rejects.toThrow(/PartiQL/)
  })
})
