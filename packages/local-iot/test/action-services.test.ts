import { once } from 'node:events'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { CreateTableCommand, DynamoDBClient, ScanCommand, type KeySchemaElement } from '@aws-sdk/client-dynamodb'
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { startFauxqs } from 'fauxqs'
import { describe, expect, it } from 'vitest'
import type { Action } from '../src/model/model.generated.ts'
import { startIot } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const region = 'us-east-1'

async function publishThrough(endpoint: string, action: Action, payload: string) {
  const started = await startIot({ aws: { endpoint, credentials } })
  const { iot, log } = started
  await iot.call('CreateTopicRule', {
    ruleName: 'r', topicRulePayload: { sql: "SELECT * FROM 'keg/+'", awsIotSqlVersion: '2016-03-23', actions: [action] },
  })
  await iot.publish('keg/k-1', payload)
  await started[Symbol.asyncDispose]()
  return log.filter(({ event }) => event === 'action-failed').map(({ message }) => message)
}

/** SNS, SQS and S3 that run here. */
async function startFaux() {
  const server = await startFauxqs({ port: 0, logger: false })
  const endpoint = `http://127.0.0.1:${server.port}`
  const options = { endpoint, region, credentials }
  const clients = { sqs: new SQSClient(options), sns: new SNSClient(options), s3: new S3Client({ ...options, forcePathStyle: true }) }
  return {
    endpoint,
    ...clients,
    async [Symbol.asyncDispose]() {
      for (const client of Object.values(clients)) client.destroy()
      await server.stop()
    },
  }
}

/** DynamoDB by dynalite, with one table. */
async function startTable(keys: readonly (readonly [name: string, type: 'S' | 'N'])[]) {
  // It has no types of its own.
  const dynalite = createRequire(import.meta.url)('dynalite') as (options: object) => Server
  const server = dynalite({ createTableMs: 0 }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = new DynamoDBClient({ endpoint, region, credentials })
  await client.send(new CreateTableCommand({
    TableName: 'pours', BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    KeySchema: keys.map(([AttributeName], index): KeySchemaElement => ({ AttributeName, KeyType: index === 0 ? 'HASH' : 'RANGE' })),
  }))
  return {
    endpoint,
    items: async () => (await client.send(new ScanCommand({ TableName: 'pours' }))).Items,
    async [Symbol.asyncDispose]() {
      client.destroy()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

describe('a message is then', () => {
  it('in a queue behind an SNS topic', async () => {
    await using faux = await startFaux()
    const { QueueUrl } = await faux.sqs.send(new CreateQueueCommand({ QueueName: 'alerts' }))
    const { TopicArn } = await faux.sns.send(new CreateTopicCommand({ Name: 'alerts' }))
    await faux.sns.send(new SubscribeCommand({
      TopicArn, Protocol: 'sqs', Endpoint: 'arn:aws:sqs:us-east-1:000000000000:alerts', Attributes: { RawMessageDelivery: 'true' },
    }))
    expect(await publishThrough(faux.endpoint, { sns: { roleArn, targetArn: TopicArn! } }, '{"celsius":9}')).toEqual([])
    const { Messages } = await faux.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }))
    expect(Messages?.map(({ Body }) => Body)).toEqual(['{"celsius":9}'])
  })
  it('an object in S3', async () => {
    await using faux = await startFaux()
    await faux.s3.send(new CreateBucketCommand({ Bucket: 'cold' }))
    const action = { s3: { roleArn, bucketName: 'cold', key: '${topic(2)}/${n}.json', cannedAcl: 'private' } }
    expect(await publishThrough(faux.endpoint, action, '{"n":1}')).toEqual([])
    expect(await (await faux.s3.send(new GetObjectCommand({ Bucket: 'cold', Key: 'k-1/1.json' }))).Body?.transformToString())
      .toBe('{"n":1}')
  })
  it('an item with a column for the payload', async () => {
    await using table = await startTable([['kegId', 'S'], ['at', 'N']])
    const dynamoDB = {
      roleArn, tableName: 'pours', hashKeyField: 'kegId', hashKeyValue: '${topic(2)}', rangeKeyField: 'at', rangeKeyValue: '${at}',
      rangeKeyType: 'NUMBER',
    }
    expect(await publishThrough(table.endpoint, { dynamoDB }, '{"at":1,"ml":300}')).toEqual([])
    expect(await table.items()).toEqual([{ kegId: { S: 'k-1' }, at: { N: '1' }, payload: { M: { at: { N: '1' }, ml: { N: '300' } } } }])
    expect(await publishThrough(table.endpoint, { dynamoDB: { ...dynamoDB, operation: 'UPDATE', payloadField: 'last' } }, '{"at":1}'))
      .toEqual([])
    expect(await table.items()).toMatchObject([{ payload: expect.anything(), last: { M: { at: { N: '1' } } } }])
    expect(await publishThrough(table.endpoint, { dynamoDB: { ...dynamoDB, operation: 'DELETE' } }, '{"at":1}')).toEqual([])
    expect(await table.items()).toEqual([])
  })
  it('an item with a column for each member, or refused without its key', async () => {
    await using table = await startTable([['kegId', 'S']])
    const action = { dynamoDBv2: { roleArn, putItem: { tableName: 'pours' } } }
    expect(await publishThrough(table.endpoint, action, '{"kegId":"k-1","ml":12345678901234567890.5,"open":false}')).toEqual([])
    expect(await table.items()).toEqual([{ kegId: { S: 'k-1' }, ml: { N: '12345678901234567890.5' }, open: { BOOL: false } }])
    expect(await publishThrough(table.endpoint, action, '{"ml":1}')).toEqual([expect.stringMatching(/ValidationException, status 400/)])
  })
})

it('says what the service said of a bucket that is not there', async () => {
  await using faux = await startFaux()
  expect(await publishThrough(faux.endpoint, { s3: { roleArn, bucketName: 'nowhere', key: 'k' } }, '{}')).toEqual([
    expect.stringMatching(/NoSuchBucket, status 404/),
  ])
})
