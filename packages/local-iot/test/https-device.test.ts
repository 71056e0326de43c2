import { readFileSync } from 'node:fs'
import { Agent, request as httpsRequest } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heard, kegPolicy, provision, startIot } from './start-iot.ts'

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'
const events: unknown[] = []
let started: Awaited<ReturnType<typeof startIot>>
beforeAll(async () => {
  started = await startIot({
    invokeFunction: (_arn, event) => {
      events.push(event)
      const { headers } = (event as { protocolData: { http: { headers: Record<string, string> } } }).protocolData.http
      return Promise.resolve({
        isAuthenticated: headers['x-token'] === 'good', principalId: 'bob', disconnectAfterInSeconds: 3600,
        policyDocuments: [kegPolicy([{ Effect: 'Allow', Action: 'iot:Publish', Resource: 'arn:aws:iot:*:*:topic/orders/*' }])],
      })
    },
  })
  await started.iot.call('CreateAuthorizer', {
    authorizerName: 'people', authorizerFunctionArn: functionArn, status: 'ACTIVE', signingDisabled: true,
  })
})
afterAll(() => started[Symbol.asyncDispose]())

interface Sent {
  readonly method?: string
  readonly path: string
  readonly body?: string
  readonly headers?: Record<string, string>
  readonly alpn?: string
  readonly agent?: Agent
  readonly device?: { readonly cert: string; readonly key: string } | undefined
}
/** One request as a device sends it: no SDK, no signature. */
function send(endpoint: 'https' | 'httpsMtls', { method = 'POST', path, body = '', headers = {}, alpn, device, agent }: Sent) {
  const { port } = new URL(started.iot.endpoints[endpoint])
  const tls = { ca: readFileSync(started.iot.caFile), ...device, ...(alpn === undefined ? {} : { ALPNProtocols: [alpn] }) }
  return new Promise<{ status: number | undefined; type: string | string[] | undefined; body: unknown; isReused: boolean }>((
    resolve, reject,
  ) => {
    const request = httpsRequest({
      host: 'localhost', port, method, path, headers, agent: agent ?? false, ...(agent === undefined ? tls : {}),
    }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const isReused = (response.socket as TLSSocket).isSessionReused()
        resolve({
          isReused, status: response.statusCode, type: response.headers['x-amzn-errortype'],
          body: text === '' ? undefined : JSON.parse(text),
        })
      })
    })
    request.on('error', reject).end(body)
  })
}
const forbidden = { status: 403, type: 'ForbiddenException' }

describe('by client certificate', () => {
  it.each([undefined, 'x-amzn-http-ca'])('publishes, ALPN %s', async (alpn) => {
    const device = await provision(started.iot, `https-${alpn}`)
    const messages = await heard(started.iot, 'keg/https', async () => {
      expect(await send('httpsMtls', {
        path: '/topics/keg%2Fhttps?qos=1&contentType=text%2Fplain', body: 'hello', device, ...(alpn === undefined ? {} : { alpn }),
      })).toMatchObject({ status: 200, body: { message: 'OK', traceId: expect.any(String) } })
    })
    expect(messages).toMatchObject([{ qos: 1, payload: new TextEncoder().encode('hello'), properties: { contentType: 'text/plain' } }])
  })
  it('is held to its policies, where thing variables do not resolve and certificate variables do', async () => {
    const device = await provision(started.iot, 'https-policy', kegPolicy([
      { Effect: 'Allow', Action: 'iot:Publish', Resource: ['arn:aws:iot:*:*:topic/${iot:Connection.Thing.ThingName}/a', 'arn:aws:iot:*:*:topic/${iot:Certificate.Subject.CommonName}/a'] },
      {
        Effect: 'Allow',
        Action: ['iot:UpdateThingShadow', 'iot:GetThingShadow'],
        Resource: ['arn:aws:iot:*:*:thing/https-policy', 'arn:aws:iot:*:*:thing/https-policy/config'],
      },
    ]))
    expect(await send('httpsMtls', { path: '/topics/AWS%20IoT%20Certificate%2Fa', device })).toMatchObject({ status: 200 })
    expect(await send('httpsMtls', { path: '/topics/https-policy%2Fa', device })).toMatchObject(forbidden)
    expect(started.log.at(-1)).toMatchObject({
      event: 'request-refused',
      message: expect.stringContaining('Publish refused: iot:Publish on topic/https-policy/a: no statement allows it. '),
    })
    expect(await send('httpsMtls', { path: '/topics/AWS%20IoT%20Certificate%2Fa?retain=true', device })).toMatchObject(forbidden)
    for (const query of ['', '?name=config']) {
      expect(await send('httpsMtls', { path: `/things/https-policy/shadow${query}`, body: '{"state":{"reported":{"a":1}}}', device }))
        .toMatchObject({ status: 200, body: { state: { reported: { a: 1 } } } })
      expect(await send('httpsMtls', { method: 'GET', path: `/things/https-policy/shadow${query}`, device })).toMatchObject({ status: 200 })
      expect(await send('httpsMtls', { method: 'DELETE', path: `/things/https-policy/shadow${query}`, device })).toMatchObject(forbidden)
    }
    expect(await send('httpsMtls', { method: 'GET', path: '/things/other/shadow', device })).toMatchObject(forbidden)
  })
  it('publishes to no topic that begins with $ but Basic Ingest', async () => {
    const device = await provision(started.iot, 'https-reserved')
    const topics = [
      '$aws/events/presence/connected/x', '$aws/things/https-reserved/shadow/update', '$aws/things/https-reserved/shadow/get', '$SYS/a',
      '$aws/rules', '$aws/things/x/jobs/get',
    ]
    for (const topic of topics) {
      expect(await send('httpsMtls', { path: `/topics/${encodeURIComponent(topic)}`, body: '{"state":{}}', device })).toMatchObject({
        status: 400, type: 'InvalidRequestException',
      })
    }
    expect(await send('httpsMtls', { path: `/topics/${encodeURIComponent('$aws/rules/pours/keg/1')}`, device }))
      .toMatchObject({ status: 200 })
  })
  // direct-messaging-policy-examples.html
  it('sends direct messages on the topics that iot:Topic names', async () => {
    const Condition = { StringLike: { 'iot:Topic': 'commands/*' } }
    const device = await provision(started.iot, 'https-direct', kegPolicy([
      { Effect: 'Allow', Action: 'iot:SendDirectMessage', Resource: 'arn:aws:iot:*:*:client/*', Condition },
    ]))
    expect(await send('httpsMtls', { path: '/connections/nobody/messages?topic=commands%2Freboot', device })).toMatchObject({ status: 404 })
    expect(await send('httpsMtls', { path: '/connections/nobody/messages?topic=orders', device })).toMatchObject(forbidden)
  })
  it('sees the socket of a connection only where iot:IncludeSocketInformation allows it', async () => {
    const Condition = { Bool: { 'iot:IncludeSocketInformation': 'false' } }
    const device = await provision(
      started.iot, 'https-socket', kegPolicy([{ Effect: 'Allow', Action: 'iot:GetConnection', Resource: '*', Condition }]),
    )
    expect(await send('httpsMtls', { method: 'GET', path: '/connections/nobody', device })).toMatchObject({ status: 404 })
    expect(await send('httpsMtls', { method: 'GET', path: '/connections/nobody?includeSocketInformation=true', device }))
      .toMatchObject(forbidden)
  })
  // iot-remote-command-workflow.html: all HTTP requests of commands are signed with SigV4.
  it('starts no command', async () => {
    const device = await provision(started.iot, 'https-commands')
    expect(await send('httpsMtls', { path: '/command-executions', device })).toMatchObject(forbidden)
  })
  it('is known again when its TLS session is resumed', async () => {
    const device = await provision(started.iot, 'https-resumed')
    const agent = new Agent({ keepAlive: false, ca: readFileSync(started.iot.caFile), cert: device.cert, key: device.key })
    const reused: boolean[] = []
    for (let at = 0; at < 3; at++) {
      const { status, isReused } = await send('httpsMtls', { path: '/topics/resumed', agent })
      expect(status).toBe(200)
      reused.push(isReused)
    }
    expect(reused.at(-1)).toBe(true)
    agent.destroy()
  })
  it('is nobody without an active certificate, and never an administrator', async () => {
    expect(await send('httpsMtls', { path: '/topics/a' })).toMatchObject({ status: 401, type: 'UnauthorizedException' })
    const device = await provision(started.iot, 'https-inactive')
    expect(await send('httpsMtls', { method: 'GET', path: '/things', device })).toMatchObject(forbidden)
    await started.iot.call('UpdateCertificate', { certificateId: device.certificateId, newStatus: 'INACTIVE' })
    expect(await send('httpsMtls', { path: '/topics/a', device })).toMatchObject(forbidden)
  })
})

describe('the credentials endpoint', () => {
  const get = (device: Sent['device'], headers: Record<string, string> = {}) =>
    send('httpsMtls', { method: 'GET', path: '/role-aliases/kegs/credentials', headers, device })
  it('gives the bearer of a certificate credentials that the data plane takes', async () => {
    await started.iot.call('CreateRoleAlias', { roleAlias: 'kegs', roleArn: 'arn:aws:iam::123456789012:role/kegs' })
    const device = await provision(started.iot, 'keg-role')
    const { status, body } = await get(device, { 'x-amzn-iot-thingname': 'keg-role' })
    expect(status).toBe(200)
    const { accessKeyId, secretAccessKey, sessionToken } = (body as {
      credentials: Record<'accessKeyId' | 'secretAccessKey' | 'sessionToken', string>
    }).credentials
    const { region, endpoints } = started.iot
    const client = new IoTDataPlaneClient({
      endpoint: endpoints.https, region, credentials: { accessKeyId, secretAccessKey, sessionToken },
      requestHandler: started.data.config.requestHandler, maxAttempts: 1,
    })
    await client.send(new PublishCommand({ topic: 'by/role' }))
  })
  it('gives none to others', async () => {
    const device = await provision(started.iot, 'keg-no-role', kegPolicy([{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }]))
    expect(await get(device)).toMatchObject({ status: 403, body: { message: 'Access Denied' } })
    expect(await get(undefined)).toMatchObject({ status: 403 })
    expect(await send('https', { method: 'GET', path: '/role-aliases/kegs/credentials' })).toMatchObject({ status: 404 })
  })
})

describe('by custom authorizer', () => {
  const headers = { 'x-amz-customauthorizer-name': 'people', 'x-token': 'good' }
  it('publishes what its policies allow', async () => {
    const messages = await heard(started.iot, 'orders/#', async () => {
      expect(await send('https', { path: '/topics/orders%2F1?qos=1&tab=7', body: 'beer', headers })).toMatchObject({ status: 200 })
    })
    expect(messages.length).toBe(1)
    expect(events.at(-1)).toMatchObject({
      protocols: ['http'], signatureVerified: false,
      protocolData: { http: { queryString: '?qos=1&tab=7', headers: { 'x-token': 'good' } } },
    })
    expect(await send('https', { path: '/topics/keg%2F1', headers })).toMatchObject(forbidden)
    expect(await send('https', { path: '/topics/orders%2F1', headers: { ...headers, 'x-token': 'bad' } })).toMatchObject(forbidden)
    expect(await send('https', { path: '/topics/orders%2F1?x-amz-customauthorizer-name=nobody' })).toMatchObject(forbidden)
  })
  it('is asked by default for requests that carry no credentials', async () => {
    expect(await send('https', { method: 'GET', path: '/things/lamp-1/shadow' })).toMatchObject({
      status: 401, type: 'UnauthorizedException',
    })
    await started.iot.call('SetDefaultAuthorizer', { authorizerName: 'people' })
    expect(await send('https', { path: '/topics/orders%2F1', headers: { 'x-token': 'good' } })).toMatchObject({ status: 200 })
    await started.iot.call('ClearDefaultAuthorizer', {})
  })
})
