import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { startFauxqs, type FauxqsServer } from 'fauxqs'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provision, startIot } from './start-iot.ts'

let queues: FauxqsServer
let sqs: SQSClient
let queueUrl: string
let started: Awaited<ReturnType<typeof startIot>>
const roleArn = 'arn:aws:iam::123456789012:role/rule'
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

beforeAll(async () => {
  queues = await startFauxqs({ port: 0, logger: false })
  const endpoint = `http://127.0.0.1:${queues.port}`
  sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials })
  queueUrl = (await sqs.send(new CreateQueueCommand({ QueueName: 'pours' }))).QueueUrl ?? ''
  started = await startIot({ aws: { endpoint, credentials } })
})
afterAll(async () => {
  await started[Symbol.asyncDispose]()
  sqs.destroy()
  await queues.stop()
})

const receive = async () =>
  (await sqs.send(new ReceiveMessageCommand({ QueueUrl: queueUrl, WaitTimeSeconds: 5 }))).Messages?.map(({ Body = '' }) =>
    JSON.parse(Body) as unknown)
  ?? []

describe('from a keg to a queue', () => {
  it('has a message that was acknowledged', async () => {
    await started.iot.call('CreateTopicRule', {
      ruleName: 'pours',
      topicRulePayload: {
        sql: "SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAtMs FROM 'keg/+/+/pours'",
        awsIotSqlVersion: '2016-03-23',
        actions: [{ sqs: { roleArn, queueUrl } }],
      },
    })
    const thing = await provision(started.iot, 'keg-rule')
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
      clientId: 'keg-rule', cert: thing.cert, key: thing.key, ca: thing.ca, reconnectPeriod: 0,
    })
    await client.publishAsync('keg/berlin/keg-rule/pours', '{"volumeMl":300}', { qos: 1 })
    expect(await receive()).toEqual([
      {
        payload: Buffer.from('{"volumeMl":300}').toString('base64'), topic: 'keg/berlin/keg-rule/pours', clientId: 'keg-rule',
        receivedAtMs: expect.any(Number),
      },
    ])
    await client.endAsync()
  })
  it('has the message in the error queue when the action can not be delivered, and a line that says why', async () => {
    await started.iot.call('CreateTopicRule', {
      ruleName: 'broken',
      topicRulePayload: {
        sql: "SELECT * FROM 'broken'", actions: [{ sqs: { roleArn, queueUrl: queueUrl.replace(/pours$/, 'nowhere') } }],
        errorAction: { sqs: { roleArn, queueUrl } },
      },
    })
    await started.iot.publish('broken', '{"x":1}')
    expect(await receive()).toMatchObject([{ ruleName: 'broken', topic: 'broken', failures: [{ failedAction: 'SqsAction' }] }])
    expect(started.log.findLast(({ event }) => event === 'action-failed')?.message)
      .toMatch(/Rule broken, action sqs to .*nowhere failed: .*exist/)
  })
})

it('asks the registry, a shadow and a function in one rule', async () => {
  await using asked = await startIot({ invokeFunction: async (functionArn, event) => ({ functionArn, event }) })
  const { iot } = asked
  await iot.call('CreateThing', { thingName: 'k-1', attributePayload: { attributes: { siteId: 'berlin' } } })
  await iot.call('UpdateThingShadow', { thingName: 'k-1', payload: new TextEncoder().encode('{"state":{"reported":{"celsius":4}}}') })
  const sql =
    `SELECT get_registry_data('DescribeThing', topic(2), 'role').attributes.siteId AS siteId, get_thing_shadow(topic(2), 'role').state.reported.celsius AS celsius,
    aws_lambda('arn:f', { 'kegId': topic(2) }) AS told FROM 'keg/+'`
  await iot.call('CreateTopicRule', {
    ruleName: 'asks', topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions: [{ republish: { roleArn, topic: 'told' } }] },
  })
  const told = new Promise<string>((resolve) => iot.subscribe('told', ({ payload }) => resolve(Buffer.from(payload).toString())))
  await iot.publish('keg/k-1', '{}')
  expect(JSON.parse(await told)).toEqual({ siteId: 'berlin', celsius: 4, told: { functionArn: 'arn:f', event: { kegId: 'k-1' } } })
})

describe('from a shadow to an ordinary topic', () => {
  it('follows each change of the document', async () => {
    await started.iot.call('CreateTopicRule', {
      ruleName: 'state',
      topicRulePayload: {
        sql: "SELECT topic(3) AS kegId, current.version AS version, current.state.desired AS desired, current.state.reported AS reported, timestamp AS timestampSec FROM '$aws/things/+/shadow/update/documents' WHERE isUndefined(current.state.desired.siteId) = false",
        awsIotSqlVersion: '2016-03-23',
        actions: [{ republish: { roleArn, topic: 'keg/${current.state.desired.siteId}/${topic(3)}/state', qos: 1 } }],
      },
    })
    const states: unknown[] = []
    const stop = started.iot.subscribe('keg/+/+/state', ({ topic, payload }) =>
      states.push([topic, JSON.parse(new TextDecoder().decode(payload))]))
    const update = (state: object) => started.iot.publish('$aws/things/k-1/shadow/update', JSON.stringify({ state }))
    await update({ reported: { celsius: 4 } })
    await update({ desired: { siteId: 'berlin' } })
    stop()
    expect(states).toEqual([['keg/berlin/k-1/state', {
      kegId: 'k-1', version: 2, desired: { siteId: 'berlin' }, reported: { celsius: 4 }, timestampSec: expect.any(Number),
    }]])
  })
})

describe('without an endpoint', () => {
  it('says so instead of pretending', async () => {
    await using alone = await startIot()
    await alone.iot.call('CreateTopicRule', {
      ruleName: 'alone', topicRulePayload: { sql: "SELECT * FROM 'a'", actions: [{ sqs: { roleArn, queueUrl } }] },
    })
    await alone.iot.publish('a', '{}')
    expect(alone.log.at(-1)).toMatchObject({
      event: 'action-unavailable', message: expect.stringContaining('give createLocalIot an `aws` endpoint or a function `actions.sqs`'),
    })
  })
})
