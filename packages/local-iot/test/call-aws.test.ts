import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { ServiceException, type AwsCall, type AwsCaller, type LocalIotOptions } from '../src/index.ts'
import type { Action } from '../src/model/model.generated.ts'
import { startIot } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f'
/** Nobody listens there: whatever goes by the SDK fails. */
const aws = { endpoint: 'http://127.0.0.1:1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const payload = bytes('{"a":1}')

/** What a rule with this action calls for a message, by `answer`, and what the log says of it; retries fall due at once. */
async function callsOf(
  action: Action,
  answer: (call: AwsCall, earlier: number) => unknown = () => ({}),
  { sql = "SELECT * FROM 'keg/+'", ...options }: LocalIotOptions & { readonly sql?: string } = {},
) {
  const clock = new ManualClock()
  const calls: (readonly [AwsCall, AwsCaller])[] = []
  await using local = await startIot({
    ...options, clock, aws,
    callAws: async (call, caller) => {
      calls.push([call, caller])
      return answer(call, calls.length - 1)
    },
  })
const topicRulePayload = { sql, awsIotSqlVersion: '2016-03-23', actions: [action] }
  await local.iot.call('CreateTopicRule', { ruleName: 'r', topicRulePayload })
  let done = false
  const published = local.iot.publish('keg/k-1', '{"a":1}').finally(() => (done = true))
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(2000)
  }
  await published
  return { calls, failures: local.log.filter(({ event }) => event.endsWith('failed')).map(({ message }) => message) }
}

type Row = readonly [service: AwsCall['service'], operation: string, action: Action, input: AwsCall['input']]
const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:m'
const topic = 'arn:aws:sns:us-east-1:123456789012:t'
const metric = { metricNamespace: 'n', metricName: 'm', metricUnit: 'None', metricValue: '${a}', metricTimestamp: '7' }
const toQueue: Action = { sqs: { roleArn, queueUrl: 'http://sqs/1/q' } }

it.each<Row>([
  ['sqs', 'SendMessage', toQueue, { QueueUrl: 'http://sqs/1/q', MessageBody: '{"a":1}' }],
  ['sns', 'Publish', { sns: { roleArn, targetArn: topic } }, { TopicArn: topic, Message: '{"a":1}' }],
  [
    'kinesis', 'PutRecord', { kinesis: { roleArn, streamName: 's', partitionKey: 'k' } },
    { StreamName: 's', PartitionKey: 'k', Data: payload },
  ],
  ['firehose', 'PutRecord', { firehose: { roleArn, deliveryStreamName: 's' } }, { DeliveryStreamName: 's', Record: { Data: payload } }],
  ['s3', 'PutObject', { s3: { roleArn, bucketName: 'b', key: '${topic(2)}' } }, { Bucket: 'b', Key: 'k-1', Body: payload }],
  ['dynamodb', 'PutItem', { dynamoDBv2: { roleArn, putItem: { tableName: 't' } } }, { TableName: 't', Item: { a: { N: '1' } } }],
  [
    'dynamodb', 'DeleteItem', { dynamoDB: { roleArn, tableName: 't', hashKeyField: 'h', hashKeyValue: 'v', operation: 'DELETE' } },
    { TableName: 't', Key: { h: { S: 'v' } } },
  ],
  [
    'cloudwatch', 'SetAlarmState', { cloudwatchAlarm: { roleArn, alarmName: 'a', stateReason: 'r', stateValue: 'OK' } },
    { AlarmName: 'a', StateReason: 'r', StateValue: 'OK' },
  ],
  [
    'cloudwatch', 'PutMetricData', { cloudwatchMetric: { roleArn, ...metric } },
    { Namespace: 'n', MetricData: [{ MetricName: 'm', Value: 1, Unit: 'None', Timestamp: new Date(7000) }] },
  ],
  [
    'stepfunctions', 'StartExecution', { stepFunctions: { roleArn, stateMachineName: 'm' } },
    { stateMachineArn: machine, input: '{"a":1}' },
  ],
])('%s %s is called in place of the SDK’s client, by the role of the action', async (service, operation, action, input) => {
  expect(await callsOf(action)).toEqual({ calls: [[{ service, operation, input }, { roleArn, ruleName: 'r' }]], failures: [] })
})

it('a log stream that is not there is made, whoever answers', async () => {
  const noStream = ({ operation }: AwsCall, earlier: number) => {
    if (operation === 'PutLogEvents' && earlier === 0) throw new ServiceException('ResourceNotFoundException', 400, 'no stream')
    if (operation === 'CreateLogStream') throw new ServiceException('ResourceAlreadyExistsException', 400, 'Somebody was first.')
    return {}
  }
  const { calls, failures } = await callsOf({ cloudwatchLogs: { roleArn, logGroupName: 'g' } }, noStream)
  expect([calls.map(([{ operation, input }]) => [operation, input['logStreamName']]), failures])
    .toEqual([[['PutLogEvents', 'r'], ['CreateLogStream', 'r'], ['PutLogEvents', 'r']], []])
})

it.each([
  { what: 'a service’s refusal', error: new ServiceException('NoQueue', 400, 'none'), tries: 1, says: 'none (NoQueue, status 400)' },
  { what: 'throttling', error: new ServiceException('ThrottlingException', 400, 'slowly'), tries: 4, says: 'slowly' },
  { what: 'a failure of the service', error: new ServiceException('InternalFailure', 500, 'oh'), tries: 4, says: 'oh' },
  { what: 'any other error', error: new TypeError('broken'), tries: 4, says: 'broken' },
])('$what: $tries of 4 tries', async ({ error, tries, says }) => {
  const { calls, failures } = await callsOf(toQueue, () => { throw error })
  expect([calls.length, failures]).toEqual([tries, [expect.stringContaining(says)]])
})

it('a function is invoked by it where there is no other way, and a function handed in is asked before', async () => {
  const event = { FunctionName: functionArn, InvocationType: 'Event', Payload: payload }
  const { calls } = await callsOf({ lambda: { functionArn } })
  expect(calls).toEqual([[{ service: 'lambda', operation: 'Invoke', input: event }, { ruleName: 'r' }]])
  expect((await callsOf({ lambda: { functionArn } }, undefined, { invokeFunction: async () => undefined })).calls).toEqual([])
  expect((await callsOf(toQueue, undefined, { actions: { sqs: async () => undefined } })).calls).toEqual([])
})

it('what a rule looks up is called by the role that its function names', async () => {
  const lookups = [
    `get_dynamodb('kegs', 'kegId', topic(2), '${roleArn}').seal AS seal`,
    `get_secret('api', 'SecretString', 'key', '${roleArn}') AS key`,
    `aws_lambda('${functionArn}', *).b AS b`,
  ]
  const answers: Partial<Record<string, unknown>> = {
    GetItem: { Item: { seal: { B: bytes('wax') } } },
    GetSecretValue: { SecretString: '{"key":"sesame"}' },
    Invoke: { Payload: bytes('{"b":2}') },
  }
  const sql = `SELECT ${lookups.join(', ')} FROM 'keg/+'`
  const { calls, failures } = await callsOf(toQueue, ({ operation }) => answers[operation], { sql })
  const asked = calls.slice(0, -1).map(([{ operation }, caller]) => [operation, caller.roleArn])
  expect(asked.sort()).toEqual([['GetItem', roleArn], ['GetSecretValue', roleArn], ['Invoke', undefined]])
  expect([JSON.parse(String(calls.at(-1)?.[0].input['MessageBody'])), failures]).toEqual([{ seal: 'd2F4', key: 'sesame', b: 2 }, []])
})
