import { ManualClock } from '@keg/mqtt-broker/testing'
import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { startCaptureServer, type CaptureAnswer } from '../src/testing/capture-server.ts'
import { startIot } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }
const refusal = (status: number, name: string): CaptureAnswer => ({
  status, body: JSON.stringify({ __type: name, message: `because of ${name}` }),
})

/** Runs a rule with one Kinesis action and an error action; lets retries fall due until all is done. */
async function failWith(endpoint: string) {
  const clock = new ManualClock()
  const documents: unknown[] = []
  await using local = await startIot({
    clock, aws: { endpoint, credentials }, actions: { sqs: async ({ MessageBody }) => documents.push(JSON.parse(MessageBody)) },
  })
  await local.iot.call('CreateTopicRule', {
    ruleName: 'telemetry',
    topicRulePayload: {
      sql: "SELECT * FROM 'keg/+'", actions: [{ kinesis: { roleArn, streamName: 'cold' } }],
      errorAction: { sqs: { roleArn, queueUrl: 'http://sqs/quarantine' } },
    },
  })
  let done = false
  const published = local.iot.publish('keg/k-1', '{"a":1}').finally(() => (done = true))
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(2000)
  }
  await published
  return { documents, log: local.log.filter(({ event }) => event.includes('failed')).map(({ event, message }) => [event, message]) }
}

describe('a request that fails', () => {
  const lasting = [
    { what: 'a stream that is not there', answer: refusal(400, 'ResourceNotFoundException') },
    { what: 'a right that is missing', answer: refusal(403, 'AccessDeniedException') },
  ]
  it.each(lasting)('for good, by $what, is sent once and leads to the error action', async ({ answer }) => {
    await using service = await startCaptureServer(() => answer)
    const { documents, log } = await failWith(service.url)
    expect(service.requests).toHaveLength(1)
    expect(documents).toMatchObject([{
      ruleName: 'telemetry',
      failures: [{ failedAction: 'KinesisAction', failedResource: 'cold', errorMessage: expect.stringContaining('because of') }],
    }])
    expect(log).toEqual([[
      'action-failed',
      expect.stringMatching(/Rule telemetry, action kinesis to cold failed: because of \w+Exception \(\w+Exception, status 40\d\)/),
    ]])
  })
  const passing: { what: string; answer: CaptureAnswer }[] = [
    { what: 'a server error', answer: refusal(500, 'InternalFailure') },
    { what: 'a service that is busy', answer: refusal(503, 'ServiceUnavailable') },
    { what: 'throttling as 429', answer: refusal(429, 'TooManyRequestsException') },
    { what: 'throttling as 400', answer: refusal(400, 'ProvisionedThroughputExceededException') },
    { what: 'a connection cut off', answer: undefined },
  ]
  it.each(passing)('for now, by $what, is sent four times before the error action', async ({ answer }) => {
    await using service = await startCaptureServer(() => answer)
    const { documents, log } = await failWith(service.url)
    expect([service.requests.length, documents.length, log.map(([event]) => event)]).toEqual([4, 1, ['action-failed']])
  })
  it.each(passing)('for now, by $what, and then not any more, is nothing to speak of', async ({ answer }) => {
    await using service = await startCaptureServer((_, earlier) => (earlier < 2 ? answer : { body: '{}' }))
    const { documents, log } = await failWith(service.url)
    expect([service.requests.length, documents, log]).toEqual([3, [], []])
  })
  it('since nobody listens says so', async () => {
    const url = await startCaptureServer().then(async (gone) => {
      await gone[Symbol.asyncDispose]()
      return gone.url
    })
    const { documents, log } = await failWith(url)
    expect(documents).toHaveLength(1)
    expect(log).toEqual([['action-failed', expect.stringContaining('ECONNREFUSED')]])
  })
  it('in part, of a batch, is sent again', async () => {
    const partly = {
      body: JSON.stringify({ FailedPutCount: 1, RequestResponses: [{ RecordId: '1' }, { ErrorCode: 'Slow', ErrorMessage: 'too much' }] }),
    }
    await using service = await startCaptureServer((_, earlier) =>
      (earlier === 0 ? partly : { body: '{"FailedPutCount":0,"RequestResponses":[]}' }))
    await using local = await startIot({ aws: { endpoint: service.url, credentials } })
    await local.iot.call('CreateTopicRule', {
      ruleName: 'batch',
      topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [{ firehose: { roleArn, deliveryStreamName: 's', batchMode: true } }] },
    })
    await local.iot.publish('a', '[1,2]')
    expect(service.requests).toHaveLength(2)
    expect(local.log.filter(({ event }) => event === 'action-failed')).toEqual([])
  })
})

describe('an output that the action can not send', () => {
  const cases = [
    {
      what: 'no object for dynamoDBv2', action: { dynamoDBv2: { roleArn, putItem: { tableName: 't' } } }, payload: '[1]',
      says: /members of a JSON object/,
    },
    {
      what: 'a metric that is no number',
      action: { cloudwatchMetric: { roleArn, metricNamespace: 'n', metricName: 'm', metricUnit: 'None', metricValue: '${a}' } },
      payload: '{"a":"x"}',
      says: /metricValue came to "x", which is no number/,
    },
    {
      what: 'a function that is none', action: { lambda: { functionArn: '${a}' } }, payload: '{"a":"f"}',
      says: /functionArn came to "f", which is no function's ARN/,
    },
    {
      what: 'an alarm state that is none',
      action: { cloudwatchAlarm: { roleArn, alarmName: 'a', stateReason: 'r', stateValue: '${a}' } },
      payload: '{"a":"WARM"}',
      says: /stateValue came to "WARM"; it must be one of OK, ALARM, INSUFFICIENT_DATA/,
    },
    {
      what: 'a DynamoDB operation that is none',
      action: { dynamoDB: { roleArn, tableName: 't', hashKeyField: 'h', hashKeyValue: 'v', operation: '${a}' } }, payload: '{"a":"UPSERT"}',
      says: /operation came to "UPSERT"/,
    },
    {
      what: 'log records without a time', action: { cloudwatchLogs: { roleArn, logGroupName: 'g', batchMode: true } },
      payload: '[{"message":"m"}]', says: /"timestamp": milliseconds/,
    },
    {
      what: 'an empty batch', action: { firehose: { roleArn, deliveryStreamName: 's', batchMode: true } }, payload: '[]',
      says: /1 to 500 records; the rule put out 0/,
    },
    {
      what: 'a template that is Undefined', action: { s3: { roleArn, bucketName: 'b', key: '${nothing}' } }, payload: '{}',
      says: /substitution template failed: \$\{nothing\} is Undefined/,
    },
  ]
  it.each(cases)('$what: fails at once, with a line that says why', async ({ action, payload, says }) => {
    await using service = await startCaptureServer()
    await using local = await startIot({ aws: { endpoint: service.url, credentials } })
    await local.iot.call('CreateTopicRule', {
      ruleName: 'r', topicRulePayload: { sql: "SELECT * FROM 'a'", awsIotSqlVersion: '2016-03-23', actions: [action] },
    })
    await local.iot.publish('a', payload)
    expect(service.requests).toEqual([])
    expect(local.log.at(-1)).toMatchObject({ event: 'action-failed', message: expect.stringMatching(says) })
  })
})

describe('a rule is refused with', () => {
  const dynamoDB = { roleArn, tableName: 't', hashKeyField: 'h', hashKeyValue: 'v' }
  const http = { url: 'https://example.com/a' }
  it.each([
    {
      what: 'half a range key', action: { dynamoDB: { ...dynamoDB, rangeKeyField: 'r' } },
      says: /rangeKeyField and rangeKeyValue go together/,
    },
    { what: 'a key type that is none', action: { dynamoDB: { ...dynamoDB, hashKeyType: 'TEXT' } }, says: /hashKeyType/ },
    { what: 'an operation that is none', action: { dynamoDB: { ...dynamoDB, operation: 'UPSERT' } }, says: /operation must be one of/ },
    {
      what: 'a canned ACL that is none', action: { s3: { roleArn, bucketName: 'b', key: 'k', cannedAcl: 'world' } },
      says: /cannedAcl|world/,
    },
    { what: 'a FIFO topic', action: { sns: { roleArn, targetArn: 'arn:aws:sns:us-east-1:123456789012:t.fifo' } }, says: /FIFO/ },
    { what: 'no ARN for a function', action: { lambda: { functionArn: 'f' } }, says: /Function ARN is not valid: f/ },
    { what: 'no ARN for SNS', action: { sns: { roleArn, targetArn: 'alerts' } }, says: /not valid: alerts/ },
    {
      what: 'an alarm state that is none',
      action: { cloudwatchAlarm: { roleArn, alarmName: 'a', stateReason: 'r', stateValue: 'WARM' } },
      says: /stateValue must be one of/,
    },
    { what: 'http to another machine', action: { http: { url: 'http://example.com/a' } }, says: /neither https nor http on this machine/ },
    {
      what: 'a URL template without confirmation URL', action: { http: { url: 'https://example.com/${topic()}' } },
      says: /confirmationUrl is needed/,
    },
    {
      what: 'a URL outside its confirmation URL', action: { http: { ...http, confirmationUrl: 'https://example.com/b' } },
      says: /must begin with confirmationUrl/,
    },
    { what: 'a batch of one', action: { http: { ...http, enableBatching: true, batchConfig: { maxBatchSize: 1 } } }, says: /maxBatchSize/ },
    {
      what: 'an endpoint that is no URL', action: { openSearch: { roleArn, endpoint: 'search', index: 'i', type: '_doc', id: 'x' } },
      says: /search/,
    },
    { what: 'a template that is none', action: { kinesis: { roleArn, streamName: '${', partitionKey: 'k' } }, says: /./ },
  ])('$what', async ({ action, says }) => {
    await using local = await startIot()
    const created = local.iot.call('CreateTopicRule', { ruleName: 'r', topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [action] } })
    await expect(created).rejects.toThrow(says)
    await expect(created).rejects.toMatchObject({ statusCode: 400 })
  })
  it('batching in an error action', async () => {
    await using local = await startIot()
    const created = local.iot.call('CreateTopicRule', {
      ruleName: 'r', topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [], errorAction: { http: { ...http, enableBatching: true } } },
    })
    await expect(created).rejects.toThrow(/not allowed in an error action/)
  })
})

it('names the package that is missing', () => {
  const hide = `
    import { registerHooks } from 'node:module'
    registerHooks({ resolve: (name, context, next) => {
      if (name === '@aws-sdk/client-sfn') throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
      return next(name, context)
    } })`
  const run = `
    const { openAwsClients } = await import('./src/adapters/aws-client.ts')
    const clients = openAwsClients({ endpoint: 'http://127.0.0.1:1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } }, 'us-east-1')
    await clients.call({ service: 'stepfunctions', operation: 'StartExecution', input: { stateMachineArn: 'a', input: '{}' } }).catch(({ name, message }) => console.log(name + ': ' + message))`
  const args = [
    '--conditions=@keg/source', '--import', `data:text/javascript,${encodeURIComponent(hide)}`, '--input-type=module', '-e', run,
  ]
  const { stdout } = spawnSync(process.execPath, args, { cwd: new URL('..', import.meta.url), encoding: 'utf8' })
  expect(stdout).toBe('LastingFailure: The package @aws-sdk/client-sfn is needed and not installed.\n')
})

describe('actions whose service is absent', () => {
  const kafka = { kafka: { destinationArn: 'arn:d', topic: 't', clientProperties: {} } }
  const toQueue = { sqs: { roleArn, queueUrl: 'http://sqs/1/q' } }
  const toFunction = { lambda: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f' } }
  it.each<[string, object, RegExp]>([
    [
      'kafka', kafka,
      /^Rule r, action kafka to arn:d can not be delivered: Apache Kafka is not emulated by Keg \(KNOWN-GAPS.md .*\); give createLocalIot a function `actions.kafka`/,
    ],
    [
      'sqs without an endpoint', toQueue,
      /there is no Amazon SQS here; give createLocalIot an `aws` endpoint or a function `actions.sqs`, or keg local `--endpoint sqs=URL`\.$/,
    ],
    [
      'lambda without a function', toFunction,
      /there is no AWS Lambda here; give createLocalIot `invokeFunction`, an `aws` endpoint or a function `actions.lambda`, or keg local `--endpoint lambda=URL`\.$/,
    ],
  ])('%s are told when the rule is made, and lead to the error action', async (_, action, says) => {
    const documents: unknown[] = []
    await using local = await startIot({ actions: { sns: async ({ Message }) => documents.push(JSON.parse(Message)) } })
    const errorAction = { sns: { roleArn, targetArn: 'arn:aws:sns:us-east-1:123456789012:t', messageFormat: 'RAW' as const } }
    await local.iot.call('CreateTopicRule', {
      ruleName: 'r', topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [action], errorAction },
    })
    const told = () => local.log.filter(({ event }) => /^action-/.test(event))
    expect(told()).toMatchObject([{ event: 'action-unavailable', level: 'warn', ruleName: 'r', message: expect.stringMatching(says) }])
    await local.iot.publish('a', '{}')
    expect([documents.length, told().length]).toEqual([1, 1])
  })
})
