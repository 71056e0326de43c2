import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalIot } from '../src/index.ts'
import type { Action } from '../src/model/model.generated.ts'
import { startCaptureServer, type CapturedRequest } from '../src/testing/capture-server.ts'
import { startIot } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }
const sql = "SELECT * FROM 'keg/#'"
const base64 = (text: string) => Buffer.from(text).toString('base64')

let services: Awaited<ReturnType<typeof startCaptureServer>>
let started: Awaited<ReturnType<typeof startIot>>
let rules = 0

beforeAll(async () => {
  services = await startCaptureServer(answer)
  started = await startIot({ region: 'eu-west-1', aws: { endpoint: services.url, credentials } })
})
afterAll(async () => {
  await started[Symbol.asyncDispose]()
  await services[Symbol.asyncDispose]()
})

/** SQS's client compares what it sent with what was received. */
const answer = ({ headers, body }: CapturedRequest) =>
  headers['x-amz-target'] === 'AmazonSQS.SendMessage'
    ? {
      body: JSON.stringify({
        MD5OfMessageBody: createHash('md5').update((JSON.parse(body.toString()) as { MessageBody: string }).MessageBody).digest('hex'),
      }),
    }
    : {}

/** Runs one action by Basic Ingest, and hands over what the SDK's client sent. */
async function requestsOf(action: Action, payload: string | Uint8Array, select = sql): Promise<readonly CapturedRequest[]> {
  const ruleName = `rule${++rules}`
  await started.iot.call('CreateTopicRule', {
    ruleName, topicRulePayload: { sql: select, awsIotSqlVersion: '2016-03-23', actions: [action] },
  })
  const before = services.requests.length
  await started.iot.publish(`$aws/rules/${ruleName}/keg/k-1`, payload)
  return services.requests.slice(before)
}

const jsonOf = ({ headers, body }: CapturedRequest) => ({
  operation: headers['x-amz-target']?.split('.').at(-1), input: JSON.parse(body.toString()) as unknown,
})

describe('an action sends by the real client', () => {
  interface Case { readonly action: Action; readonly payload: string; readonly operation: string; readonly input: unknown }
  const cases: Readonly<Record<string, Case>> = {
    'kinesis: one record, with the partition key of its template': {
      action: { kinesis: { roleArn, streamName: 'telemetry', partitionKey: '${topic(2)}' } },
      payload: '{"celsius":4.50}', operation: 'PutRecord',
      input: { StreamName: 'telemetry', PartitionKey: 'k-1', Data: base64('{"celsius":4.50}') },
    },
    'kinesis: a partition key of its own where the rule has none': {
      action: { kinesis: { roleArn, streamName: 'telemetry' } },
      payload: '{}', operation: 'PutRecord',
      input: { StreamName: 'telemetry', PartitionKey: expect.stringMatching(/^[0-9a-f-]{36}$/), Data: base64('{}') },
    },
    'firehose: one record, with its separator': {
      action: { firehose: { roleArn, deliveryStreamName: 'cold-${topic(1)}', separator: '\n' } },
      payload: '{"a":1}', operation: 'PutRecord',
      input: { DeliveryStreamName: 'cold-keg', Record: { Data: base64('{"a":1}\n') } },
    },
    'firehose: a record for each element in batch mode': {
      action: { firehose: { roleArn, deliveryStreamName: 'cold', separator: '\n', batchMode: true } },
      payload: '[{"a":1},"two",[3]]', operation: 'PutRecordBatch',
      input: {
        DeliveryStreamName: 'cold', Records: [{ Data: base64('{"a":1}\n') }, { Data: base64('"two"\n') }, { Data: base64('[3]\n') }],
      },
    },
    'firehose: one record in batch mode where the output is no list': {
      action: { firehose: { roleArn, deliveryStreamName: 'cold', batchMode: true } },
      payload: '{"a":1}', operation: 'PutRecord',
      input: { DeliveryStreamName: 'cold', Record: { Data: base64('{"a":1}') } },
    },
    'dynamoDBv2: an attribute for each member, numbers to their last digit': {
      action: { dynamoDBv2: { roleArn, putItem: { tableName: 'pours' } } },
      payload: '{"kegId":"k-1","at":0.1234567890123456789012345678901234,"ok":true,"none":null,"list":[1,"a",[]],"map":{"x":-1.5e3}}',
      operation: 'PutItem',
      input: {
        TableName: 'pours',
        Item: {
          kegId: { S: 'k-1' }, at: { N: '0.1234567890123456789012345678901234' }, ok: { BOOL: true }, none: { NULL: true },
          list: { L: [{ N: '1' }, { S: 'a' }, { L: [] }] }, map: { M: { x: { N: '-1500' } } },
        },
      },
    },
    'dynamoDB: keys with their types, and the payload in its column': {
      action: {
        dynamoDB: {
          roleArn, tableName: 'pours', hashKeyField: 'kegId', hashKeyValue: '${topic(2)}', rangeKeyField: 'at', rangeKeyValue: '${at}',
          rangeKeyType: 'NUMBER', payloadField: 'pour',
        },
      },
      payload: '{"at":17,"ml":300}', operation: 'PutItem',
      input: { TableName: 'pours', Item: { kegId: { S: 'k-1' }, at: { N: '17' }, pour: { M: { at: { N: '17' }, ml: { N: '300' } } } } },
    },
    'dynamoDB: UPDATE sets the column': {
      action: { dynamoDB: { roleArn, tableName: 'pours', hashKeyField: 'kegId', hashKeyValue: 'k', operation: '${op}' } },
      payload: '{"op":"UPDATE"}', operation: 'UpdateItem',
      input: {
        TableName: 'pours', Key: { kegId: { S: 'k' } }, UpdateExpression: 'SET #payload = :payload',
        ExpressionAttributeNames: { '#payload': 'payload' }, ExpressionAttributeValues: { ':payload': { M: { op: { S: 'UPDATE' } } } },
      },
    },
    'dynamoDB: DELETE names the key': {
      action: {
        dynamoDB: { roleArn, tableName: 'pours', hashKeyField: 'kegId', hashKeyValue: '7', hashKeyType: 'NUMBER', operation: 'DELETE' },
      },
      payload: '{}', operation: 'DeleteItem', input: { TableName: 'pours', Key: { kegId: { N: '7' } } },
    },
    'dynamoDB: what is no JSON becomes binary data': {
      action: { dynamoDB: { roleArn, tableName: 'pours', hashKeyField: 'kegId', hashKeyValue: 'k' } },
      payload: 'no json', operation: 'PutItem',
      input: { TableName: 'pours', Item: { kegId: { S: 'k' }, payload: { B: base64('no json') } } },
    },
    'cloudwatchMetric: value and time in numbers': {
      action: { cloudwatchMetric: {
        roleArn, metricNamespace: 'Keg', metricName: '${topic(2)}', metricValue: '${celsius}', metricUnit: 'None', metricTimestamp: '${at}',
      } },
      payload: '{"celsius":4.5,"at":1700000000}', operation: 'PutMetricData',
      input: { Namespace: 'Keg', MetricData: [{ MetricName: 'k-1', Value: 4.5, Unit: 'None', Timestamp: 1_700_000_000 }] },
    },
    'cloudwatchAlarm: state and reason': {
      action: { cloudwatchAlarm: {
        roleArn, alarmName: 'warm-${topic(2)}', stateReason: '${celsius} degrees',
        stateValue: "${CASE celsius > 8 WHEN true THEN 'ALARM' ELSE 'OK' END}",
      } },
      payload: '{"celsius":9}', operation: 'SetAlarmState', input: { AlarmName: 'warm-k-1', StateReason: '9 degrees', StateValue: 'ALARM' },
    },
    'cloudwatchLogs: one event, now': {
      action: { cloudwatchLogs: { roleArn, logGroupName: 'keg' } },
      payload: '{"a":1}', operation: 'PutLogEvents',
      input: {
        logGroupName: 'keg', logStreamName: expect.stringMatching(/^rule\d+$/),
        logEvents: [{ timestamp: expect.any(Number), message: '{"a":1}' }],
      },
    },
    'cloudwatchLogs: the records of a batch, in the order of time': {
      action: { cloudwatchLogs: { roleArn, logGroupName: 'keg', batchMode: true } },
      payload: '[{"timestamp":1673520692879,"message":"second"},{"timestamp":1673520691093,"message":"first"}]', operation: 'PutLogEvents',
      input: {
        logGroupName: 'keg', logStreamName: expect.any(String),
        logEvents: [{ timestamp: 1_673_520_691_093, message: 'first' }, { timestamp: 1_673_520_692_879, message: 'second' }],
      },
    },
    'stepFunctions: an execution, named by prefix and id': {
      action: { stepFunctions: { roleArn, stateMachineName: 'pour', executionNamePrefix: '${topic(2)}-' } },
      payload: '{"a":1}', operation: 'StartExecution',
      input: {
        stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:pour', name: expect.stringMatching(/^k-1-[0-9a-f-]{36}$/),
        input: '{"a":1}',
      },
    },
    'sqs: a message': {
      action: { sqs: { roleArn, queueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/${topic(1)}' } },
      payload: '{"a":1}', operation: 'SendMessage',
      input: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/keg', MessageBody: '{"a":1}' },
    },
  }
  it.each(Object.entries(cases))('%s', async (_, { action, payload, operation, input }) => {
    const [request, ...more] = await requestsOf(action, payload)
    expect(more).toEqual([])
    expect(jsonOf(request!)).toEqual({ operation, input })
    expect(request!.headers['authorization']).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIATEST\/\d{8}\/eu-west-1\//)
  })

  it('s3: an object by its key, bytes as they are', async () => {
    const bytes = Buffer.from([0xff, 0, 1])
    const [request] = await requestsOf(
      { s3: { roleArn, bucketName: 'cold', key: '${topic(2)}/${1 + 1} x', cannedAcl: 'public-read' } }, bytes,
    )
    expect(request).toMatchObject({ method: 'PUT', url: '/cold/k-1/2%20x?x-id=PutObject', headers: { 'x-amz-acl': 'public-read' } })
    expect(request!.body.includes(bytes)).toBe(true)
  })
  it.each([
    {
      target: 'arn:aws:sns:eu-west-1:123456789012:alerts', messageFormat: undefined,
      form: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:alerts' },
    },
    {
      target: 'arn:aws:sns:eu-west-1:123456789012:${topic(1)}',
      messageFormat: 'JSON',
      form: { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:keg', MessageStructure: 'json' },
    },
    {
      target: 'arn:aws:sns:eu-west-1:123456789012:endpoint/GCM/app/1', messageFormat: 'RAW',
      form: { TargetArn: 'arn:aws:sns:eu-west-1:123456789012:endpoint/GCM/app/1' },
    },
  ])('sns: a notification to $target, $messageFormat', async ({ target, messageFormat, form }) => {
    const [request] = await requestsOf({ sns: { roleArn, targetArn: target, messageFormat } }, '{"default":"warm"}')
    const { Action: operation, Version: _, ...sent } = Object.fromEntries(new URLSearchParams(request!.body.toString()))
    expect([operation, sent]).toEqual(['Publish', { ...form, Message: '{"default":"warm"}' }])
  })
})

describe('cloudwatchLogs makes its stream', () => {
  it('when it is not there', async () => {
    await using logs = await startCaptureServer(({ headers }, earlier) =>
      earlier === 0 && headers['x-amz-target']?.endsWith('PutLogEvents')
        ? {
          status: 400, body: JSON.stringify({ __type: 'ResourceNotFoundException', message: 'The specified log stream does not exist.' }),
        }
        : { body: '{}' })
    await using local = await startIot({ aws: { endpoint: logs.url, credentials } })
    await local.iot.call('CreateTopicRule', {
      ruleName: 'logs', topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [{ cloudwatchLogs: { roleArn, logGroupName: 'keg' } }] },
    })
    await local.iot.publish('a', '{}')
    expect(logs.requests.map((request) => jsonOf(request).operation)).toEqual(['PutLogEvents', 'CreateLogStream', 'PutLogEvents'])
    expect(local.log.filter(({ event }) => event === 'action-failed')).toEqual([])
  })
})

describe('functions in place of services', () => {
  const publishTo = async (iot: LocalIot, action: Action) => {
    await iot.call('CreateTopicRule', { ruleName: 'handed', topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions: [action] } })
    await iot.publish('keg/k-1', '{"a":1}')
  }
  it('take the requests of their kind, and say whose they are', async () => {
    const given: unknown[] = []
    await using local = await startIot({ actions: { kinesis: async (...call) => given.push(call) } })
    await publishTo(local.iot, { kinesis: { roleArn, streamName: 'telemetry', partitionKey: '${topic(2)}' } })
    expect(given).toEqual([
      [{ StreamName: 'telemetry', PartitionKey: 'k-1', Data: new Uint8Array(Buffer.from('{"a":1}')) }, {
        ruleName: 'handed', topic: 'keg/k-1', resource: 'telemetry',
      }],
    ])
  })
  it('take the events of lambda actions before `invokeFunction` does', async () => {
    const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:'
    const events: unknown[] = []
    await using local = await startIot({
      actions: { lambda: async (event, { resource }) => events.push([event, resource]) },
      invokeFunction: () => Promise.reject(new Error('not this one')),
    })
    await publishTo(local.iot, { lambda: { functionArn: `${functionArn}\${topic(2)}` } })
    expect(events).toEqual([[{ a: 1 }, `${functionArn}k-1`]])
  })
  it('stand in for http endpoints, which then need no confirmation', async () => {
    const given: unknown[] = []
    await using local = await startIot({
      actions: { http: async ({ url, headers, body }) => given.push([url, headers, Buffer.from(body).toString()]) },
    })
    await publishTo(local.iot, { http: { url: 'https://example.com/hook', headers: [{ key: 'X-Keg', value: '${topic(2)}' }] } })
    expect(given).toEqual([['https://example.com/hook', { 'content-type': 'application/json', 'x-keg': 'k-1' }, '{"a":1}']])
  })
  it('take what is not emulated, rendered', async () => {
    const given: unknown[] = []
    await using local = await startIot({ actions: { timestream: async ({ config }) => given.push(config) } })
    await publishTo(local.iot, {
      timestream: { roleArn, databaseName: 'keg', tableName: '${topic(1)}', dimensions: [{ name: 'kegId', value: '${topic(2)}' }] },
    })
    expect(given).toEqual([{ roleArn, databaseName: 'keg', tableName: 'keg', dimensions: [{ name: 'kegId', value: 'k-1' }] }])
  })
})

describe('@{…}', () => {
  const influxDB = {
    destinationArn: 'arn:aws:iot:us-east-1:123456789012:ruledestination/influxdb/d', roleArn, databaseName: 'kegs', tableName: 't',
  }
  const per = (more: Partial<NonNullable<Action['influxDB']>>): Action => ({ influxDB: { ...influxDB, ...more } })

  it('gives an InfluxDB action a text for each element of the output', async () => {
    const given: unknown[] = []
    await using local = await startIot({ actions: { influxDB: async ({ config }) => given.push(config) } })
    const topicRulePayload = {
      sql: "SELECT VALUE readings FROM 'keg/+'",
      awsIotSqlVersion: '2016-03-23',
      actions: [per({ tableName: 'm_@{kind}', tags: { room: '@{at.room}', keg: '${topic(2)}' } })],
    }
    await local.iot.call('CreateTopicRule', { ruleName: 'each', topicRulePayload })
    await local.iot.publish('keg/k-1', JSON.stringify({ readings: [{ kind: 'celsius', at: { room: 'cellar' } }, { kind: 'bar' }] }))
    expect(given).toEqual([{ ...influxDB, tableName: ['m_celsius', 'm_bar'], tags: { room: ['cellar', ''], keg: 'k-1' } }])
  })
  it('is refused anywhere else, when a rule is created and when it is replaced', async () => {
    await using local = await startIot()
    const rule = (actions: readonly Action[], more = {}) => ({
      ruleName: 'each', topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions, ...more },
    })
    await local.iot.call('CreateTopicRule', rule([per({ tableName: '@{kind}' })]))
    const s3 = { roleArn, bucketName: 'b', key: 'k' }
    for (const refused of [
      rule([{ s3: { ...s3, key: '@{room}' } }]),
      rule([{ s3: { ...s3, bucketName: 'b@{room}' } }]),
      rule([{ republish: { roleArn, topic: 'rooms/@{room}' } }]),
      rule([{ kafka: { destinationArn: 'arn:d', topic: 't', clientProperties: { '@{room}': 'x' } } }]),
      rule([per({ databaseName: '@{room}' })]),
      rule([per({ tags: { '@{room}': 'x' } })]),
      rule([per({ tableName: '@{a}@{b}' })]),
      rule([per({ tableName: '@{upper(a)}' })]),
      rule([per({ tableName: '@{a}', tags: { a: '@{a}${topic()}' } })]),
      rule([per({})], { errorAction: per({ tableName: '@{kind}' }) }),
      rule([per({})], { sql: "SELECT @{kind} AS kind FROM 'a'" }),
    ]) {
      await expect(local.iot.call('ReplaceTopicRule', refused)).rejects.toThrow(expect.objectContaining({ name: 'SqlParseException' }))
      await expect(local.iot.call('CreateTopicRule', { ...refused, ruleName: 'other' }))
        .rejects.toThrow(expect.objectContaining({ name: 'SqlParseException' }))
    }
  })
})

it('asks functions, shadows and the registry in templates', async () => {
  const given: unknown[] = []
  await using local = await startIot({
    invokeFunction: async (_, event) => event, actions: { sqs: async ({ QueueUrl }) => given.push(QueueUrl) },
  })
  await local.iot.call('CreateThing', { thingName: 'k-1', attributePayload: { attributes: { siteId: 'berlin' } } })
  const site = "get_registry_data('DescribeThing', topic(2), 'role').attributes.siteId"
  await local.iot.call('CreateTopicRule', {
    ruleName: 'asks',
    topicRulePayload: {
      sql, awsIotSqlVersion: '2016-03-23',
      actions: [{ sqs: { roleArn, queueUrl: `http://sqs/\${${site}}/\${aws_lambda('arn:f', { 'q': 'pours' }).q}` } }],
    },
  })
  await local.iot.publish('keg/k-1', '{}')
  expect(given).toEqual(['http://sqs/berlin/pours'])
})
