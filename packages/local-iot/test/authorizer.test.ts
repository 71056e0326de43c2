import { createSign, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import deviceSdk from 'aws-iot-device-sdk-v2'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kegPolicy, startIot } from './start-iot.ts'

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'
const events: { protocolData: { mqtt: { username?: string; password?: string } } }[] = []
let started: Awaited<ReturnType<typeof startIot>>
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

beforeAll(async () => {
  started = await startIot({
    // The handler a bar's page would get: the token in the password decides.
    invokeFunction: (_arn, event) => {
      const authorized = event as (typeof events)[number]
      events.push(authorized)
      const password = Buffer.from(authorized.protocolData.mqtt.password ?? '', 'base64').toString()
      return Promise.resolve({
        isAuthenticated: password === 'jwt', principalId: 'bob', disconnectAfterInSeconds: 3600, refreshAfterInSeconds: 300,
        policyDocuments: [kegPolicy([{ Effect: 'Allow', Action: ['iot:Connect', 'iot:Subscribe', 'iot:Receive'], Resource: '*' }])],
      })
    },
  })
  await started.iot.call('CreateAuthorizer', {
    authorizerName: 'people', authorizerFunctionArn: functionArn, status: 'ACTIVE', signingDisabled: true,
  })
  await started.iot.call('CreateAuthorizer', {
    authorizerName: 'signed', authorizerFunctionArn: functionArn, status: 'ACTIVE', tokenKeyName: 'token',
    tokenSigningPublicKeys: { one: publicKey },
  })
})
afterAll(() => started[Symbol.asyncDispose]())

const username = 'bob?x-amz-customauthorizer-name=people'
const open = (url: string, options: { username?: string; password?: string; clientId?: string; protocolVersion?: 4 | 5 } = {}) =>
  mqtt.connectAsync(url, { protocolVersion: 5, clientId: 'page-1', username, password: 'jwt', reconnectPeriod: 0, ...options })

describe.each([4, 5] as const)('MQTT.js over WebSocket, protocol version %i', (protocolVersion) => {
  it('is let in by the authorizer and held to its policies', async () => {
    const client = await open(started.iot.endpoints.ws, { protocolVersion, clientId: `page-${protocolVersion}` })
    await client.subscribeAsync('keg/+/summary', { qos: 1 })
    const message = new Promise<string>((resolve) => client.once('message', (_topic, payload) => resolve(payload.toString())))
    await started.iot.publish('keg/berlin/summary', 'full')
    expect(await message).toBe('full')
    expect(events.at(-1)?.protocolData.mqtt.username).toBe(username)
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    client.publish('keg/berlin/orders', 'free beer')
    await closed
    client.end(true)
  })
})

describe('on the TLS port with ALPN `mqtt`', () => {
  it.each([4, 5] as const)('MQTT.js, protocol version %i', async (protocolVersion) => {
    const tls = { ALPNProtocols: ['mqtt'], ca: readFileSync(started.iot.caFile) }
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
      protocolVersion, clientId: `tls-${protocolVersion}`, username, password: 'jwt', reconnectPeriod: 0, ...tls,
    })
    await client.subscribeAsync('keg/+/summary')
    expect(events.at(-1)).toMatchObject({ protocols: ['tls', 'mqtt'], protocolData: { tls: { serverName: 'localhost' } } })
    await client.endAsync()
  })
  it('aws-iot-device-sdk-v2', async () => {
    const { hostname, port } = new URL(started.iot.endpoints.mqtts)
    const builder = deviceSdk.iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithCustomAuth(hostname, {
      authorizerName: 'people', username: 'bob', password: Buffer.from('jwt'),
    })
      .withPort(Number(port))
      .withCertificateAuthorityFromPath(undefined, started.iot.caFile)
      .withConnectProperties({ clientId: 'tls-sdk', keepAliveIntervalSeconds: 60 })
    const client = new deviceSdk.mqtt5.Mqtt5Client(builder.build())
    const connected = new Promise<void>((resolve, reject) => {
      client.once('connectionSuccess', () => resolve())
      client.once('connectionFailure', ({ error }) => reject(new Error(String(error))))
    })
    client.start()
    await connected
    const stopped = new Promise<void>((resolve) => client.once('stopped', () => resolve()))
    client.stop()
    await stopped
    client.close()
  })
  it('is by the default authorizer where none is named', async () => {
    await started.iot.call('SetDefaultAuthorizer', { authorizerName: 'people' })
    const client = await open(started.iot.endpoints.ws, { username: 'bob', clientId: 'page-default' })
    await client.endAsync()
    await started.iot.call('ClearDefaultAuthorizer', {})
  })
})

describe('who is not let in', () => {
  it('a wrong password, and MQTT 5 is told', async () => {
    await expect(open(started.iot.endpoints.ws, { password: 'guess' })).rejects.toThrow(/Not authorized/)
    expect(started.log.findLast(({ event }) => event === 'connect-refused')?.message).toMatch(/isAuthenticated: false/)
  })
  it('who names no authorizer', async () => {
    await expect(open(started.iot.endpoints.ws, { username: 'bob' })).rejects.toThrow(/Not authorized/)
  })
})

describe('where it can be reached', () => {
  it('on somebody else\'s HTTP server', async () => {
    const server = createServer((_request, response) => response.end('a page'))
    server.on('upgrade', (request, socket, head) => started.iot.handleUpgrade(request, socket, head))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const client = await open(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/mqtt`, { clientId: 'page-elsewhere' })
    await client.endAsync()
    await new Promise((resolve) => server.close(resolve))
  })
  it('with a signed token in the URL', async () => {
    const signature = createSign('RSA-SHA256').update('t0ken').sign(privateKey, 'base64')
    const query = (value: string) =>
      new URLSearchParams({ 'x-amz-customauthorizer-name': 'signed', token: 't0ken', 'x-amz-customauthorizer-signature': value })
    const client = await open(`${started.iot.endpoints.ws}?${query(signature)}`, { username: 'bob', clientId: 'page-signed' })
    await client.endAsync()
    await expect(open(`${started.iot.endpoints.ws}?${query('AAAA')}`, { username: 'bob' })).rejects.toThrow(/Not authorized/)
  })
})
