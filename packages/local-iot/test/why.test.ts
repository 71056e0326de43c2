import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signRequest } from '../src/adapters/sign-request.ts'
import type { RuleVerdict, WhyReport } from '../src/index.ts'
import { kegPolicy, provision, startIot } from './start-iot.ts'

const roleArn = 'arn:aws:iam::123456789012:role/rule'
const queued: string[] = []
let started: Awaited<ReturnType<typeof startIot>>

beforeAll(async () => {
  started = await startIot({
    actions: {
      sqs: async ({ MessageBody }) => queued.push(MessageBody ?? ''),
      sns: () => Promise.reject(Object.assign(new Error('Topic does not exist'), {
        name: 'NotFound', $fault: 'client', $metadata: { httpStatusCode: 404 },
      })),
    },
  })
  const sqs = { sqs: { roleArn, queueUrl: 'http://sqs/1/pours' } }
  const rules = {
    broken: { sql: "SELECT aws_lambda('arn:aws:lambda:us-east-1:123456789012:function:f', {}) AS x FROM 'keg/+/pours'" },
    fails: {
      sql: "SELECT traceid() AS id FROM 'keg/+/pours'", actions: [{ sns: { roleArn, targetArn: 'arn:aws:sns:us-east-1:123456789012:t' } }],
      errorAction: sqs,
    },
    hot: { sql: "SELECT * FROM 'keg/+/pours' WHERE celsius > 8 AND open = true" },
    off: { sql: "SELECT * FROM 'keg/#'", ruleDisabled: true },
    elsewhere: { sql: "SELECT * FROM 'keg/+/telemetry'" },
    pours: { sql: "SELECT volumeMl, clientid() AS clientId FROM 'keg/+/pours'", actions: [sqs, { republish: { roleArn, topic: 'copy' } }] },
  }
  for (const [ruleName, payload] of Object.entries(rules)) {
    await started.iot.call('CreateTopicRule', { ruleName, topicRulePayload: { awsIotSqlVersion: '2016-03-23', actions: [], ...payload } })
  }
})
afterAll(() => started[Symbol.asyncDispose]())

const byName = ({ rules }: WhyReport) =>
  Object.fromEntries(rules.map(({ ruleName, ...verdict }) => [ruleName, verdict as Omit<RuleVerdict, 'ruleName'>]))

describe('iot.why', () => {
  it('says of every rule what it made of the message, and of every action what it answered', async () => {
    queued.length = 0
    const got: string[] = []
    const stop = started.iot.subscribe('keg/+/pours', ({ topic }) => got.push(topic))
    const report = await started.iot.why('keg/k-1/pours', '{"volumeMl":300,"celsius":7.5}', { clientId: 'k-1' })
    stop()
    expect(report).toMatchObject({ topic: 'keg/k-1/pours', published: true })
    expect(byName(report)).toMatchObject({
      broken: { verdict: 'failed', code: 'FUNCTION_FAILED', because: expect.stringContaining('aws_lambda') },
      fails: {
        verdict: 'matched', output: `{"id":"${report.traceId}"}`,
        actions: [{
          action: 'sns', resource: 'arn:aws:sns:us-east-1:123456789012:t', answer: 'failed', tries: 1,
          error: expect.stringContaining('Topic does not exist'),
        }],
        errorAction: { action: 'sqs', answer: 'delivered', tries: 1 },
      },
      hot: { verdict: 'notMatched', because: 'celsius > 8 is false: 7.5 > 8', explanation: expect.stringContaining('celsius  →  7.5') },
      off: { verdict: 'disabled', because: 'the rule is disabled' },
      elsewhere: { verdict: 'otherTopic', because: "'keg/+/telemetry' does not match: level 3 is pours, not telemetry" },
      pours: {
        verdict: 'matched', output: '{"volumeMl":300,"clientId":"k-1"}',
        actions: [
          { action: 'sqs', resource: 'http://sqs/1/pours', answer: 'delivered', tries: 1 },
          { action: 'republish', resource: 'copy', answer: 'delivered' },
        ],
      },
    })
    expect(got).toEqual(['keg/k-1/pours'])
    // What the error action got, and the log, carry the same trace id.
    const documents = queued.map((text) => JSON.parse(text) as { cloudwatchTraceId?: string; volumeMl?: number })
    expect(documents.find(({ cloudwatchTraceId }) => cloudwatchTraceId !== undefined)?.cloudwatchTraceId).toBe(report.traceId)
    expect(started.log.findLast(({ event }) => event === 'action-failed')).toMatchObject({ traceId: report.traceId, ruleName: 'fails' })
  })
  it('runs no action in a rehearsal, and hands the message to nobody', async () => {
    queued.length = 0
    const usage = started.iot.usage()
    const report = await started.iot.why('keg/k-1/pours', '{}', { dryRun: true })
    expect(report.published).toBe(false)
    expect(byName(report)).toMatchObject({
      hot: { verdict: 'notMatched', because: 'celsius is Undefined: the message has no such field' },
      pours: { verdict: 'matched', actions: [{ answer: 'notRun', tries: 0 }, { answer: 'notRun' }] },
      fails: { errorAction: { answer: 'notRun' } },
    })
    expect(queued).toEqual([])
    expect(started.iot.usage()).toEqual(usage)
  })
  it('says who would get the message, and who may not', async () => {
    const statements = [
      { Effect: 'Allow', Action: ['iot:Connect', 'iot:Subscribe'], Resource: '*' },
      { Effect: 'Allow', Action: 'iot:Receive', Resource: '*:topic/taps/open' },
    ]
    const { cert, key, ca } = await provision(started.iot, 'bar', kegPolicy(statements))
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
      cert, key, ca, clientId: 'bar', clean: false, reconnectPeriod: 0,
    })
    await client.subscribeAsync(['taps/+', '$share/bars/taps/#'], { qos: 1 })
    const receiversOf = async (topic: string) => (await started.iot.why(topic, '{}', { dryRun: true })).receivers
    const shared = { filter: '$share/bars/taps/#', qos: 1 }
    const bar = { clientId: 'bar', filter: 'taps/+', qos: 1 }
    expect(await receiversOf('taps/open')).toEqual([{ ...bar, connected: true }, shared])
    expect(await receiversOf('taps/shut')).toEqual([{ ...bar, connected: true, refused: expect.stringContaining('iot:Receive') }, shared])
    await client.endAsync()
    expect(await receiversOf('taps/open')).toEqual([{ ...bar, connected: false }, shared])
    expect(await receiversOf('elsewhere')).toEqual([])
  })
  it.each([
    ['pours', { verdict: 'matched' }, undefined],
    ['off', { verdict: 'disabled' }, undefined],
    ['ghost', undefined, 'Basic Ingest names the rule ghost, which is not there'],
  ])('knows Basic Ingest: %s', async (name, verdict, because) => {
    const report = await started.iot.why(`$aws/rules/${name}/a`, '{}', { dryRun: true })
    expect(report.because).toBe(because)
    if (verdict !== undefined) expect(byName(report)[name]).toMatchObject(verdict)
    expect(byName(report)['hot']).toMatchObject({ verdict: 'otherTopic', because: `Basic Ingest runs the rule it names alone, ${name}` })
  })
  it.each([['keg/+', '{}', 'holds no'], ['keg/a', 'x'.repeat(131_073), 'at most']])('refuses %s', async (topic, payload, message) => {
    await expect(started.iot.why(topic, payload)).rejects.toThrow(message)
  })
})

describe('POST /__keg/why', () => {
  const signed = (text: string, secretAccessKey = started.iot.credentials.secretAccessKey) => {
    const { credentials: { accessKeyId }, endpoints, region } = started.iot
    const request = { method: 'POST' as const, url: `${endpoints.https}/__keg/why`, headers: {}, body: Buffer.from(text) }
    const { headers } = signRequest(request, { service: 'iotdata', region }, { accessKeyId, secretAccessKey }, Date.now())
    return new Request(request.url, { method: 'POST', headers, body: text })
  }
  const body = JSON.stringify({ topic: 'keg/k-1/pours', payloadBase64: Buffer.from('{"celsius":9}').toString('base64'), dryRun: true })

  it('answers a signed request', async () => {
    const response = await started.iot.fetch(signed(body))
    expect(response.status).toBe(200)
    // What the path answers with.
    expect(byName((await response.json()) as WhyReport)['hot']).toMatchObject({
      verdict: 'notMatched', because: 'open is Undefined: the message has no such field',
    })
  })
  it('refuses any other', async () => {
    const unsigned = new Request(`${started.iot.endpoints.https}/__keg/why`, { method: 'POST', body })
    expect((await started.iot.fetch(unsigned)).status).toBe(403)
    expect((await started.iot.fetch(signed(body, 'another'))).status).toBe(403)
  })
  it.each([
    ['', 400], ['[]', 400], ['{"topic":1}', 400], ['{"topic":"a","payloadBase64":"","qos":2}', 400],
    ['{"topic":"a/#","payloadBase64":""}', 400], ['x'.repeat(1_048_577), 413],
  ])(
    'refuses %#', async (text, status) => {
      const response = await started.iot.fetch(signed(text))
      expect(response.status).toBe(status)
    },
  )
})
