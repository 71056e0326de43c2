import mqtt from 'mqtt'
import { expect, it } from 'vitest'
import { cloudWatchEntry, type LocalIotLogEntry } from '../src/index.ts'
import { provision, startIot, until } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const asAws = (log: readonly LocalIotLogEntry[]) =>
  log.map((entry) => cloudWatchEntry(entry, { accountId: '123456789012', newId: () => 'none' }))

it('carries one trace id from the message that came in to the last action it led to', async () => {
  const queued: string[] = []
  await using started = await startIot({
    logLevel: 'DEBUG',
    actions: { sqs: async ({ MessageBody }) => queued.push(MessageBody ?? ''), sns: () => Promise.reject(new Error('gone')) },
  })
  const { iot, log } = started
  const sqs = { sqs: { roleArn, queueUrl: 'http://sqs/1/q' } }
  const sns = { sns: { roleArn, targetArn: 'arn:aws:sns:us-east-1:123456789012:t' } }
  const create = (ruleName: string, sql: string, payload: object) =>
    iot.call('CreateTopicRule', { ruleName, topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions: [], ...payload } })
  await create('first', "SELECT * FROM 'keg/a'", { actions: [{ republish: { roleArn, topic: 'keg/b' } }] })
  await create('second', "SELECT traceid() AS id FROM 'keg/b'", { actions: [sqs] })
  await create('third', "SELECT * FROM 'keg/b'", { actions: [sns], errorAction: sqs })
  const { cert, key, ca, certificateId } = await provision(iot, 'keg-log')
  const client = await mqtt.connectAsync(iot.endpoints.mqtts, { clientId: 'keg-log', cert, key, ca, reconnectPeriod: 0 })
  await client.subscribeAsync('keg/c')
  log.length = 0
  await client.publishAsync('keg/a', '{}', { qos: 1 })
  // Its tries take longer than a PUBACK waits.
  await until(() => log.some(({ event, message }) => event === 'action-delivered' && message.includes('Rule third')))
  const entries = asAws(log)
  const traceIds = new Set(entries.map(({ traceId }) => traceId))
  expect(traceIds.size).toBe(1)
  const [traceId] = traceIds
  expect(entries.map(({ eventType, status, ruleName, ruleAction, topicName }) =>
    [eventType, status, ruleName ?? topicName, ruleAction ?? ''].join(' ')).sort())
    .toEqual([
      'Publish-In Success keg/a ', 'Publish-In Success keg/b ',
      'RuleExecution Failure third SnsAction', 'RuleExecution Success first RepublishAction', 'RuleExecution Success second SqsAction',
      'RuleExecution Success third SqsAction', 'RuleMatch Success first ', 'RuleMatch Success second ', 'RuleMatch Success third ',
      'StartingRuleExecution Success first RepublishAction', 'StartingRuleExecution Success second SqsAction',
      'StartingRuleExecution Success third SnsAction', 'StartingRuleExecution Success third SqsAction',
    ])
  expect(entries.every(({ principalId, clientId }) => principalId === certificateId && clientId === 'keg-log')).toBe(true)
  // What `traceid()` gave, and what the error action got.
  expect(queued.map((text) => JSON.parse(text) as object)).toEqual([
    { id: traceId }, expect.objectContaining({ cloudwatchTraceId: traceId }),
  ])
  await client.endAsync()
})

it('tells of connections, subscriptions and refusals as AWS does', async () => {
  await using started = await startIot({ logLevel: 'DEBUG' })
  const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource })
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [allow('iot:Connect', '*'), allow('iot:Subscribe', '*/keg/own')] })
  const { cert, key, ca, certificateId: principalId } = await provision(started.iot, 'keg-held', policy)
  started.log.length = 0
  const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
    protocolVersion: 5, clientId: 'keg-held', cert, key, ca, reconnectPeriod: 0,
  })
  await client.subscribeAsync('keg/own')
  await client.subscribeAsync('keg/all').catch(() => undefined)
  await client.publishAsync('keg/all', 'x', { qos: 1 }).catch(() => undefined)
  await client.endAsync()
  await until(() => started.log.some(({ event }) => event === 'disconnected'))
  const who = { clientId: 'keg-held', principalId, protocol: 'MQTT' }
  const from = { sourceIp: '127.0.0.1', sourcePort: expect.any(Number) as number }
  expect(asAws(started.log)).toMatchObject([
    { eventType: 'Connect', status: 'Success', ...who, ...from },
    { eventType: 'Subscribe', status: 'Success', ...who, topicName: 'keg/own' },
    { eventType: 'Subscribe', status: 'Failure', ...who, ...from, topicName: 'keg/all', reason: 'AUTHORIZATION_FAILURE' },
    { eventType: 'Publish-In', status: 'Failure', ...who, ...from, topicName: 'keg/all', reason: 'AUTHORIZATION_FAILURE' },
    { eventType: 'Disconnect', status: 'Success', ...who, ...from, disconnectReason: 'CLIENT_INITIATED_DISCONNECT' },
  ])
})

it('tells nothing when it is disabled, and of each message at DEBUG alone', async () => {
  await using silent = await startIot({ logLevel: 'DISABLED' })
  await using usual = await startIot()
  for (const { iot } of [silent, usual]) await iot.publish('$aws/rules/ghost/a', '{}')
  expect(silent.log).toEqual([])
  expect(usual.log.map(({ event }) => event)).toEqual(['listening', 'rule-not-found'])
})
