import { ManualClock } from '@keg/mqtt-broker/testing'
import {
  ConfirmTopicRuleDestinationCommand, CreateTopicRuleDestinationCommand, DeleteTopicRuleDestinationCommand, GetTopicRuleDestinationCommand,
  ListTopicRuleDestinationsCommand, UpdateTopicRuleDestinationCommand,
} from '@aws-sdk/client-iot'
import { SignatureV4 } from '@smithy/signature-v4'
import { describe, expect, it } from 'vitest'
import type { ActionRequests, LocalIotLogEntry } from '../src/index.ts'
import type { HttpAction } from '../src/model/model.generated.ts'
import { startCaptureServer, type CaptureAnswer } from '../src/testing/capture-server.ts'
import { Sha256 } from './sha-256.ts'
import { startIot, until } from './start-iot.ts'

type Started = Awaited<ReturnType<typeof startIot>>
const roleArn = 'arn:aws:iam::123456789012:role/rule'
const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' }
const failures = (log: readonly LocalIotLogEntry[]) => log.filter(({ event }) => event.includes('failed')).map(({ message }) => message)

const createRule = ({ iot }: Started, http: HttpAction, sql = "SELECT * FROM 'keg/+'", errorAction?: object) =>
  iot.call('CreateTopicRule', {
    ruleName: 'hook', topicRulePayload: { sql, awsIotSqlVersion: '2016-03-23', actions: [{ http }], ...errorAction },
  })

/** Confirms and enables every destination, as its owner would. */
async function enable({ iot }: Started, endpoint: Awaited<ReturnType<typeof startCaptureServer>>) {
  const challenge = await until(() => endpoint.requests[0])
  const { confirmationToken, arn } = JSON.parse(challenge.body.toString()) as { confirmationToken: string; arn: string }
  await iot.call('ConfirmTopicRuleDestination', { confirmationToken })
  await iot.call('UpdateTopicRuleDestination', { arn, status: 'ENABLED' })
  endpoint.requests.length = 0
  return arn
}

describe('a topic rule destination', () => {
  it('is asked to confirm itself, confirmed by its enableUrl, and enabled', async () => {
    await using endpoint = await startCaptureServer()
    await using started = await startIot()
    const { control } = started
    const confirmationUrl = `${endpoint.url}/hooks`
    const { topicRuleDestination } = await control.send(new CreateTopicRuleDestinationCommand({
      destinationConfiguration: { httpUrlConfiguration: { confirmationUrl } },
    }))
    const { arn } = topicRuleDestination!
    expect(topicRuleDestination).toMatchObject({
      status: 'IN_PROGRESS', httpUrlProperties: { confirmationUrl }, createdAt: expect.any(Date),
    })
    expect(arn).toMatch(/^arn:aws:iot:us-east-1:123456789012:ruledestination\/http\/[0-9a-f-]{36}$/)

    const request = await until(() => endpoint.requests[0])
    const body = JSON.parse(request.body.toString()) as { confirmationToken: string; enableUrl: string }
    expect(request).toMatchObject({
      method: 'POST', url: `/hooks/?confirmationToken=${body.confirmationToken}`,
      headers: {
        'content-type': 'application/json', 'x-amz-rules-engine-message-type': 'DestinationConfirmation',
        'x-amz-rules-engine-destination-arn': arn,
      },
    })
    expect(body).toEqual({
      arn, confirmationToken: expect.any(String),
      enableUrl: `${started.iot.endpoints.control}/confirmdestination/${body.confirmationToken}`, messageType: 'DestinationConfirmation',
    })

    const status = async () => (await control.send(new GetTopicRuleDestinationCommand({ arn }))).topicRuleDestination?.status
    await expect(control.send(new UpdateTopicRuleDestinationCommand({ arn, status: 'ENABLED' }))).rejects.toThrow(/to be confirmed first/)
    // A browser's GET, which nobody signs.
    expect((await started.iot.fetch(new Request(body.enableUrl))).status).toBe(200)
    expect(await status()).toBe('DISABLED')
    await control.send(new UpdateTopicRuleDestinationCommand({ arn, status: 'ENABLED' }))
    expect(await status()).toBe('ENABLED')
    await expect(control.send(new ConfirmTopicRuleDestinationCommand({ confirmationToken: body.confirmationToken })))
      .rejects.toMatchObject({ name: 'InvalidRequestException' })
  })
  it('can be listed, asked again, and deleted; there is one for a URL', async () => {
    await using endpoint = await startCaptureServer()
    await using started = await startIot()
    const { control } = started
    const create = () => control.send(new CreateTopicRuleDestinationCommand({
      destinationConfiguration: { httpUrlConfiguration: { confirmationUrl: endpoint.url } },
    }))
    await create()
    await expect(create()).rejects.toMatchObject({ name: 'ResourceAlreadyExistsException' })
    const arn = await enable(started, endpoint)
    expect((await control.send(new ListTopicRuleDestinationsCommand({}))).destinationSummaries).toMatchObject([
      { arn, status: 'ENABLED', httpUrlSummary: { confirmationUrl: endpoint.url } },
    ])
    await control.send(new UpdateTopicRuleDestinationCommand({ arn, status: 'IN_PROGRESS' }))
    await until(() => endpoint.requests[0])
    expect((await control.send(new GetTopicRuleDestinationCommand({ arn }))).topicRuleDestination?.status).toBe('IN_PROGRESS')
    await control.send(new DeleteTopicRuleDestinationCommand({ arn }))
    await expect(control.send(new GetTopicRuleDestinationCommand({ arn }))).rejects.toMatchObject({ name: 'UnauthorizedException' })
  })
  it('that does not answer is in ERROR, with the reason', async () => {
    await using endpoint = await startCaptureServer(() => ({ status: 404 }))
    await using started = await startIot()
    const { iot, log } = started
    const { topicRuleDestination: { arn } } = await iot.call('CreateTopicRuleDestination', {
      destinationConfiguration: { httpUrlConfiguration: { confirmationUrl: endpoint.url } },
    })
    await until(() => log.find(({ level, event }) => level === 'warn' && event === 'destination-confirmation'))
    expect((await iot.call('GetTopicRuleDestination', { arn })).topicRuleDestination).toMatchObject({
      status: 'ERROR', statusReason: expect.stringContaining('StatusCode: 404'),
    })
  })
  it('in a VPC is not emulated', async () => {
    await using started = await startIot()
    const vpcConfiguration = { subnetIds: ['s'], vpcId: 'v', roleArn }
    await expect(started.iot.call('CreateTopicRuleDestination', { destinationConfiguration: { vpcConfiguration } }))
      .rejects.toMatchObject({ name: 'NotImplementedException' })
  })
})

describe('the http action', () => {
  it('makes its destination, sends nothing before that is enabled, and then a POST', async () => {
    await using endpoint = await startCaptureServer()
    await using started = await startIot()
    const { iot, log } = started
    await createRule(started, {
      url: `${endpoint.url}/hooks/\${topic(2)}`, confirmationUrl: `${endpoint.url}/hooks`,
      headers: [{ key: 'X-Celsius', value: '${celsius}' }],
    })
    await iot.publish('keg/k-1', '{"celsius":4}')
    expect(failures(log)).toEqual([expect.stringMatching(/topic rule destination for .*\/hooks is IN_PROGRESS: confirm it/)])
    await enable(started, endpoint)
    await iot.publish('keg/k-1', '{"celsius":4}')
    await iot.publish('keg/k-2', 'no json').catch(() => undefined)
    expect(endpoint.requests.map(({ method, url, headers, body }) => [
      method, url, headers['x-celsius'], headers['content-type'], body.toString(),
    ])).toEqual([
      ['POST', '/hooks/k-1', '4', 'application/json', '{"celsius":4}'],
    ])
    // The header's template is Undefined for a payload that is no JSON.
    expect(failures(log)).toHaveLength(2)
  })
  it('sends bytes that are no JSON as such', async () => {
    await using endpoint = await startCaptureServer()
    await using started = await startIot()
    await createRule(started, { url: endpoint.url, headers: [{ key: 'Content-Type', value: 'text/plain' }] })
    await enable(started, endpoint)
    await started.iot.publish('keg/k-1', 'no json')
    await started.iot.call('ReplaceTopicRule', {
      ruleName: 'hook', topicRulePayload: { sql: "SELECT * FROM 'keg/+'", actions: [{ http: { url: endpoint.url } }] },
    })
    await started.iot.publish('keg/k-1', 'no json')
    expect(endpoint.requests.map(({ headers }) => headers['content-type'])).toEqual(['text/plain', 'application/octet-stream'])
  })
  it('is signed where the rule says so, as the SDK would sign it', async () => {
    await using endpoint = await startCaptureServer()
    await using started = await startIot({ aws: { endpoint: endpoint.url, credentials } })
    await createRule(started, {
      url: endpoint.url, confirmationUrl: endpoint.url,
      auth: { sigv4: { signingRegion: 'eu-central-1', serviceName: 'execute-api', roleArn } },
    })
    await enable(started, endpoint)
    await started.iot.publish('keg/k-1', '{"a":1}')
    const { method, headers, body } = endpoint.requests[0]!
    const signer = new SignatureV4({
      service: 'execute-api', region: 'eu-central-1', credentials, sha256: Sha256 as never, applyChecksum: false,
    })
    const { 'content-type': type, host, 'x-amz-date': time } = headers
    const at = new Date(time!.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
    const url = new URL(endpoint.url)
    const expected = await signer.sign(
      { method, protocol: 'http:', hostname: url.hostname, path: '/', headers: { 'content-type': type!, host: host! }, body },
      { signingDate: at },
    )
    expect(headers['authorization']).toBe(expected.headers['authorization'])
  })
  it('goes to where its origin is found, confirmed and signed as for the origin', async () => {
    await using endpoint = await startCaptureServer()
    await using started = await startIot({
      aws: { endpoint: 'http://127.0.0.1:9', credentials }, origins: { 'https://bar.example': endpoint.url },
    })
    const url = 'https://bar.example/in?of=kegs'
    await createRule(started, {
      url, confirmationUrl: 'https://bar.example/in',
      auth: { sigv4: { signingRegion: 'eu-central-1', serviceName: 'execute-api', roleArn } },
    })
    await enable(started, endpoint)
    await started.iot.publish('keg/k-1', '{"a":1}')
    const { method, url: path, headers, body } = endpoint.requests[0]!
    expect([path, headers['x-forwarded-host']]).toEqual(['/in?of=kegs', 'bar.example'])
    const signer = new SignatureV4({
      service: 'execute-api', region: 'eu-central-1', credentials, sha256: Sha256 as never, applyChecksum: false,
    })
    const at = new Date(headers['x-amz-date']!.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
    const expected = await signer.sign({
      method, protocol: 'https:', hostname: 'bar.example', path: '/in', query: { of: 'kegs' },
      headers: { 'content-type': headers['content-type']!, host: 'bar.example' }, body,
    }, { signingDate: at })
    expect(headers['authorization']).toBe(expected.headers['authorization'])
  })

  const answers: { answer: CaptureAnswer; tries: number }[] = [
    { answer: { status: 500 }, tries: 3 },
    { answer: { status: 429 }, tries: 3 },
    { answer: { status: 404 }, tries: 1 },
    { answer: { status: 302, headers: { location: '/elsewhere' } }, tries: 1 },
    { answer: { status: 500, body: 'x'.repeat(20_000) }, tries: 1 },
    { answer: undefined, tries: 1 },
  ]
  it.each(answers)('is tried $tries times after $answer.status', async ({ answer, tries }) => {
    const clock = new ManualClock()
    await using endpoint = await startCaptureServer(({ url }) => (url.includes('confirmationToken') ? {} : answer))
    await using started = await startIot({ clock })
    await createRule(started, { url: endpoint.url })
    await enable(started, endpoint)
    await settle(clock, started.iot.publish('keg/k-1', '{}'))
    expect([endpoint.requests.length, failures(started.log).length]).toEqual([tries, 1])
  })
})

describe('batching', () => {
  const batchConfig = { maxBatchOpenMs: 200, maxBatchSize: 3 }
  it('sends messages of one topic together, up to the size or the time', async () => {
    const clock = new ManualClock()
    await using endpoint = await startCaptureServer()
    await using started = await startIot({ clock })
    await createRule(started, { url: endpoint.url, enableBatching: true, batchConfig, headers: [{ key: 'x-n', value: '${n}' }] })
    await enable(started, endpoint)
    const { iot } = started
    const before = iot.usage()
    await settle(
      clock, Promise.all([1, 2, 3, 4].map((n) => iot.publish('keg/k-1', `{"n":${n}}`)).concat(iot.publish('keg/k-2', '{"n":5}'))),
    )
    const sent = endpoint.requests.map(({ headers, body }) => [headers['x-n'], JSON.parse(body.toString()) as unknown])
    expect(sent).toHaveLength(3)
    expect(sent).toEqual(expect.arrayContaining([['3', [{ n: 1 }, { n: 2 }, { n: 3 }]], ['4', [{ n: 4 }]], ['5', [{ n: 5 }]]]))
    // A batch is metered as one action (http_batching.html).
    expect(iot.usage().actionsExecuted - before.actionsExecuted).toBe(3)
  })
  it('mixes topics where it may, text as strings', async () => {
    const clock = new ManualClock()
    await using endpoint = await startCaptureServer()
    await using started = await startIot({ clock })
    await createRule(started, { url: endpoint.url, enableBatching: true, batchConfig: { ...batchConfig, batchAcrossTopics: true } })
    await enable(started, endpoint)
    const { iot, log } = started
    const bytes = new Uint8Array([0xff, 0xfe])
    await settle(clock, Promise.all([iot.publish('keg/k-1', '{"n":1}'), iot.publish('keg/k-2', 'text'), iot.publish('keg/k-3', bytes)]))
    expect(endpoint.requests.map(({ body }) => JSON.parse(body.toString()) as unknown)).toEqual([[{ n: 1 }, 'text']])
    expect(failures(log)).toEqual([expect.stringContaining('binary payloads are not supported')])
  })
  it('tells the error action of each message in the form of batches', async () => {
    const documents: unknown[] = []
    const clock = new ManualClock()
    await using endpoint = await startCaptureServer(({ url }) => (url.includes('confirmationToken') ? {} : { status: 400 }))
    await using started = await startIot({ clock, actions: { sqs: async ({ MessageBody }) => documents.push(JSON.parse(MessageBody)) } })
    await createRule(started, { url: endpoint.url, enableBatching: true, batchConfig }, undefined, {
      errorAction: { sqs: { roleArn, queueUrl: 'http://sqs/q' } },
    })
    await enable(started, endpoint)
    await settle(clock, Promise.all([1, 2].map((n) => started.iot.publish('keg/k-1', `{"n":${n}}`))))
    expect(endpoint.requests).toHaveLength(1)
    expect(documents).toHaveLength(2)
    expect(documents[0]).toEqual({
      ruleName: 'hook', topic: 'keg/k-1',
      payloadsWithMetadata: [
        { id: 1, cloudwatchTraceId: expect.any(String), clientId: 'N/A', base64OriginalPayload: Buffer.from('{"n":1}').toString('base64') },
      ],
      failures: [{
        affectedIds: [1], failedAction: 'HttpAction', failedResource: endpoint.url,
        errorMessage: expect.stringContaining('StatusCode: 400'),
      }],
    })
  })
  it('does not hold up closing', async () => {
    await using endpoint = await startCaptureServer()
    const started = await startIot({ clock: new ManualClock() })
    await createRule(started, { url: endpoint.url, enableBatching: true, batchConfig })
    await enable(started, endpoint)
    const published = started.iot.publish('keg/k-1', '{"n":1}')
    await started[Symbol.asyncDispose]()
    await published
    expect(endpoint.requests.map(({ body }) => body.toString())).toEqual(['[{"n":1}]'])
  })
})

describe('other endpoints', () => {
  it.each(['openSearch', 'elasticsearch'] as const)('%s gets the document by a signed PUT', async (kind) => {
    await using domain = await startCaptureServer(() => ({ status: 201, body: '{"result":"created"}' }))
    await using started = await startIot({ aws: { endpoint: 'http://127.0.0.1:1', credentials } })
    const action = { [kind]: { roleArn, endpoint: domain.url, index: '${topic()}', type: '_doc', id: '${id}' } }
    await started.iot.call('CreateTopicRule', { ruleName: 'search', topicRulePayload: { sql: "SELECT * FROM 'keg/+'", actions: [action] } })
    await started.iot.publish('keg/k-1', '{"id":"a b"}')
    expect(domain.requests).toMatchObject([
      { method: 'PUT', url: '/keg%2Fk-1/_doc/a%20b', headers: {
        'content-type': 'application/json', authorization: expect.stringMatching(/AKIATEST\/\d{8}\/us-east-1\/es\/aws4_request/),
      } },
    ])
    expect(domain.requests[0]!.body.toString()).toBe('{"id":"a b"}')
  })
  it('Salesforce gets the message with the token, which no log shows', async () => {
    const given: unknown[] = []
    const take = async ({ method, url, headers, body }: ActionRequests['salesforce']) => {
      given.push([method, url, headers['authorization'], Buffer.from(body).toString()])
      throw Object.assign(new Error('no such stream'), { $metadata: { httpStatusCode: 404 } })
    }
    await using started = await startIot({ actions: { salesforce: take } })
    const salesforce = { url: 'https://ingestion-1.keg.sfdcnow.com/streams/1/2/event', token: 'sesame-'.repeat(6) }
    await started.iot.call('CreateTopicRule', {
      ruleName: 'crm', topicRulePayload: { sql: "SELECT * FROM 'keg/+'", actions: [{ salesforce }] },
    })
    await started.iot.publish('keg/k-1', '{"a":1}')
    expect(given).toEqual([['POST', salesforce.url, `Bearer ${salesforce.token}`, '{"a":1}']])
    expect(failures(started.log)).toEqual([expect.stringContaining('no such stream')])
    expect(JSON.stringify(started.log)).not.toContain('sesame')
  })
})

/** Lets pauses fall due until the work is done. */
async function settle(clock: ManualClock, work: Promise<unknown>): Promise<void> {
  let done = false
  const ended = work.finally(() => (done = true))
  while (!done) {
    for (let turn = 0; turn < 20 && !done; turn++) await new Promise((resolve) => setImmediate(resolve))
    clock.advance(2000)
  }
  await ended
}
