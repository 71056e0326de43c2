import { CloudWatchClient, DescribeAlarmsCommand, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { GetRecordsCommand, GetShardIteratorCommand, KinesisClient } from '@aws-sdk/client-kinesis'
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { confirmDestination } from '@keg/cdk-constructs/confirm-destination'
import { runAssembly, type CloudLogEntry, type RunningCloud } from '@keg/local-cloud'
import { App, Stack } from 'aws-cdk-lib'
import mqtt from 'mqtt'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { expectedAuthorization, salesforce, startReceiver } from './rule-actions/receiver.ts'
import { actionsStack, BAR, SEARCH } from './rule-actions/stack.ts'

// Each action of a TopicRule, as its service or its endpoint gets it.

const stack = new AsyncDisposableStack()
const log: CloudLogEntry[] = []
const app = { clientId: 'keg', clientSecret: 'hush-hush' }
const { cases, answer } = salesforce(app)
let receiver: Awaited<ReturnType<typeof startReceiver>>
let cloud: RunningCloud
let client: { readonly endpoint: string; readonly region: string; readonly credentials: RunningCloud['credentials'] }
let outputs: Readonly<Record<string, string>>

beforeAll(async () => {
  receiver = stack.use(await startReceiver((request) => (request.path.startsWith('/services/') ? answer(request) : { status: 200 })))
  const directory = mkdtempSync(join(tmpdir(), 'keg-rule-actions-'))
  stack.defer(() => rmSync(directory, { recursive: true, force: true }))
  // CDK's own check of templates loads an engine for seconds, and only warns.
  const cdk = new App({ outdir: directory, analyticsReporting: false, builtinCloudFormationValidation: false })
  actionsStack(new Stack(cdk, 'Actions'), { instanceUrl: receiver.url, ...app })
  cdk.synth()
  cloud = stack.use(await runAssembly(directory, {
    log: (entry) => log.push(entry), iot: { origins: { [BAR]: receiver.url, [SEARCH]: receiver.url } },
  }))
  const { endpoint, region, credentials } = cloud
  client = { endpoint, region, credentials }
  outputs = cloud.outputs['Actions'] ?? {}
}, 60_000)
afterAll(() => stack.disposeAsync())

const publish = (name: string, payload: unknown) => cloud.iot.publish(`do/${name}`, JSON.stringify(payload), { qos: 1 })

async function received(queue: string): Promise<string | undefined> {
  const { Messages: [message] = [] } = await new SQSClient(client)
    .send(new ReceiveMessageCommand({ QueueUrl: outputs[queue], WaitTimeSeconds: 10 }))
  return message?.Body
}

describe('an action delivers', () => {
  it('toQueue', async () => {
    await publish('queue', { ml: 300 })
    expect(Buffer.from(await received('Queued') ?? '', 'base64').toString()).toBe('{"ml":300}')
  })
  it('toTopic, with what MQTT 5 has beside the payload', async () => {
    const message = await heardBy('heard/k-1', () => publish('topic', { kegId: 'k-1', kind: 'json', site: 'berlin' }))
    expect(message).toMatchObject({
      payload: '{"kegId":"k-1","kind":"json","site":"berlin"}',
      properties: {
        contentType: 'text/json', correlationData: Buffer.from('c-1'), payloadFormatIndicator: true, responseTopic: 'answers/k-1',
        userProperties: { site: ['berlin', 'x'] },
      },
    })
    expect(message.properties?.messageExpiryInterval).toBeGreaterThan(0)
  })
  it('toLambda', async () => {
    await publish('lambda', { ml: 300 })
    expect(JSON.parse(await received('Invoked') ?? '')).toMatchObject({
      requestPayload: { ml: 300 }, responsePayload: { got: { ml: 300 } },
    })
  })
  it('toKinesis', async () => {
    await publish('kinesis', { kegId: 'k-1' })
    const kinesis = new KinesisClient(client)
    const { ShardIterator } = await kinesis.send(new GetShardIteratorCommand({
      StreamName: 'pours', ShardId: 'shardId-000000000000', ShardIteratorType: 'TRIM_HORIZON',
    }))
    const { Records = [] } = await kinesis.send(new GetRecordsCommand({ ShardIterator }))
    expect(Records.map(({ Data, PartitionKey }) => [PartitionKey, Buffer.from(Data ?? []).toString()]))
      .toEqual([['k-1', '{"kegId":"k-1"}']])
  })
  it('toFirehose, an array as a record each, with the separator', async () => {
    await publish('firehose', { pours: [{ ml: 1 }, { ml: 2 }] })
    expect(await eventually(() => objectUnder('firehose/'))).toBe('{"ml":1}\n{"ml":2}\n')
  })
  it('toS3', async () => {
    await publish('s3', { kegId: 'k-1' })
    expect(await objectUnder('s3/k-1.json')).toBe('{"kegId":"k-1"}')
  })
  it('toSns', async () => {
    await publish('sns', { ml: 300 })
    expect(await received('Noticed')).toBe('{"ml":300}')
  })
  it('toDynamoDb, whole, and toDynamoDbV2, apart', async () => {
    await publish('dynamo', { kegId: 'k-1', at: 7, ml: 300 })
    await publish('dynamov2', { kegId: 'k-1', at: 7, ml: 300 })
    const items = async (name: string) => (await new DynamoDBClient(client).send(new ScanCommand({ TableName: outputs[name] }))).Items
    expect(await items('WholeName')).toEqual([
      { kegId: { S: 'k-1' }, at: { N: '7' }, pour: { M: { kegId: { S: 'k-1' }, at: { N: '7' }, ml: { N: '300' } } } },
    ])
    expect(await items('ApartName')).toEqual([{ kegId: { S: 'k-1' }, at: { N: '7' }, ml: { N: '300' } }])
  })
  it('toMetric', async () => {
    await publish('metric', { ml: 300 })
    const now = Date.now()
    const { MetricDataResults } = await new CloudWatchClient(client).send(new GetMetricDataCommand({
      StartTime: new Date(now - 600_000), EndTime: new Date(now + 600_000),
      MetricDataQueries: [{ Id: 'poured', MetricStat: { Metric: { Namespace: 'Keg', MetricName: 'Poured' }, Period: 60, Stat: 'Sum' } }],
    }))
    expect(MetricDataResults?.[0]?.Values).toEqual([300])
  })
  it('toAlarmState', async () => {
    await publish('alarm', { kegId: 'k-1' })
    const { MetricAlarms } = await new CloudWatchClient(client)
      .send(new DescribeAlarmsCommand({ AlarmNames: [outputs['AlarmName'] ?? ''] }))
    expect(MetricAlarms).toMatchObject([{ StateValue: 'ALARM', StateReason: 'keg k-1 is warm' }])
  })
  it('toLogs, an array as an event each', async () => {
    const now = Date.now()
    await publish('logs', { lines: [{ timestamp: now, message: 'open' }, { timestamp: now + 1, message: 'closed' }] })
    const { events } = await new CloudWatchLogsClient(client).send(new FilterLogEventsCommand({ logGroupName: 'pours' }))
    expect(events?.map(({ message, timestamp }) => [message, timestamp])).toEqual([['open', now], ['closed', now + 1]])
  })
  it('toStepFunctions', async () => {
    await publish('steps', { kegId: 'k-1' })
    const { executions } = await new SFNClient(client).send(new ListExecutionsCommand({ stateMachineArn: outputs['MachineArn'] }))
    expect(executions?.map(({ name }) => name)).toEqual([expect.stringMatching(/^swap-/)])
  })
})

describe('an endpoint gets', () => {
  it('toHttp, once it has confirmed its destination by itself and that is enabled', async () => {
    const request = await eventually(() => receiver.to('/iot/?confirmationToken=')[0])
    const arn = await confirmDestination(request, {
      accounts: ['123456789012'], fetch: trusting(readFileSync(cloud.iot.caFile, 'utf8')),
      trustedOrigins: [new URL(cloud.iot.endpoints.control).origin],
    })
    await cloud.iot.call('UpdateTopicRuleDestination', { arn: arn ?? '', status: 'ENABLED' })
    await publish('http', { kegId: 'k-1', site: 'berlin' })
    const [posted] = receiver.to('/iot/one')
    expect(posted).toMatchObject({
      method: 'POST', path: '/iot/one/k-1', body: '{"kegId":"k-1","site":"berlin"}',
      headers: { 'x-site': 'berlin', 'content-type': 'application/json' },
    })
    expect(posted!.headers['authorization']).toBe(await expectedAuthorization(posted!, 'execute-api', (id) => cloud.iot.secretOf(id)))
    await Promise.all([publish('batch', { n: 1 }), publish('batch', { n: 2 })])
    expect(receiver.to('/iot/many').map(({ body }) => JSON.parse(body) as unknown)).toEqual([[{ n: 1 }, { n: 2 }]])
  })
  it('toOpenSearch, signed', async () => {
    await publish('search', { alertId: 'a-1', celsius: 9 })
    const [document, ...more] = receiver.to('/alerts')
    expect(document).toMatchObject({
      method: 'PUT', path: '/alerts/_doc/a-1', body: '{"alertId":"a-1","celsius":9}', headers: { 'x-forwarded-host': new URL(SEARCH).host },
    })
    expect(document!.headers['authorization']).toBe(await expectedAuthorization(document!, 'es', (id) => cloud.iot.secretOf(id)))
    expect(more).toEqual([])
  })
  it('toSalesforce: two messages of one alert, one case, by a new token where one is over', async () => {
    await publish('salesforce', { alertId: 'a-1', what: 'warm', at: { celsius: 9 } })
    await eventually(() => cases.get('a-1'))
    await publish('salesforce', { alertId: 'a-1', what: 'hot', at: { celsius: 12 } })
    await eventually(() => (JSON.stringify(cases.get('a-1'))?.includes('hot') ? true : undefined))
    expect([...cases]).toEqual([['a-1', { Subject: 'hot', Celsius__c: 12, Origin: 'Keg' }]])
    // A third where the second message came before the first invocation had ended, which takes another instance.
    expect([2, 3]).toContain(receiver.to('/services/oauth2/token').length)
    expect(JSON.stringify(log)).not.toMatch(/hush-hush|token-\d/)
  })
})

it('what is not emulated is named, and every rule may do what it does', () => {
  const named = (words: RegExp) => log.filter(({ level, message }) => level === 'warn' && words.test(message)).length
  expect([
    /Apache Kafka is not emulated/, /Timestream for InfluxDB is not emulated/, /Location Service is not emulated/,
    /SiteWise is not emulated/,
  ].map(named)).toEqual([1, 1, 1, 1])
  expect(log.filter(({ constructPath, message }) => constructPath !== undefined && message.includes('not emulated'))
    .map(({ constructPath }) => constructPath)
    .sort())
    .toEqual(['Actions/Influx/Destination', 'Actions/Tracker', 'Actions/Way/Destination'])
  expect(log.filter(({ source }) => source === 'iam').map(({ message }) => message)).toEqual([])
})

async function objectUnder(prefix: string): Promise<string | undefined> {
  const s3 = new S3Client({ ...client, forcePathStyle: true })
  const Bucket = outputs['BucketName']
  const { Contents: [object] = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: prefix }))
  return object === undefined ? undefined : (await s3.send(new GetObjectCommand({ Bucket, Key: object.Key }))).Body?.transformToString()
}

/** The first message that an MQTT 5 client with a certificate gets while `work` runs. */
async function heardBy(topic: string, work: () => Promise<unknown>) {
  const { certificateArn, certificatePem: cert, keyPair } = await cloud.iot.call('CreateKeysAndCertificate', { setAsActive: true })
  const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }] })
  await cloud.iot.call('CreatePolicy', { policyName: 'all', policyDocument })
  await cloud.iot.call('AttachPolicy', { policyName: 'all', target: certificateArn })
  const device = await mqtt.connectAsync(cloud.iot.endpoints.mqtts, {
    protocolVersion: 5, cert, key: keyPair.PrivateKey ?? '', ca: readFileSync(cloud.iot.caFile, 'utf8'), reconnectPeriod: 0,
  })
  try {
    await device.subscribeAsync(topic)
    const message = new Promise<{ payload: string; properties: mqtt.IPublishPacket['properties'] }>((resolve) =>
      device.once('message', (_topic, payload, { properties }) => resolve({ payload: payload.toString(), properties })))
    await work()
    return await message
  } finally {
    await device.endAsync()
  }
}

/** `fetch` that trusts the certificate of an AWS IoT Core on this machine. */
const trusting = (ca: string) => (url: string) => new Promise<{ ok: boolean; status: number }>((resolve, reject) => {
  get(url, { ca, agent: false }, (response) => {
    response.resume()
    const { statusCode: status = 0 } = response
    resolve({ ok: status === 200, status })
  }).on('error', reject)
})
