import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import mqtt, { type IClientOptions } from 'mqtt'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { heard, kegPolicy, provision, startIot, until } from './start-iot.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-hardware-'))
const caDir = join(folder, 'ca')
const name = 'broker.local'
let started: Awaited<ReturnType<typeof startIot>>
beforeAll(async () => {
  const umask = process.umask(0o077)
  started = await startIot({
    host: '0.0.0.0', hostNames: [name], ports: { alpn: 0 }, caDir, dataDir: join(folder, 'data'),
    invokeFunction: async () => ({
      isAuthenticated: true, principalId: 'bob', disconnectAfterInSeconds: 3600, refreshAfterInSeconds: 3600,
      policyDocuments: [kegPolicy()],
    }),
  })
  process.umask(umask)
  const authorizerFunctionArn = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'
  await started.iot.call('CreateAuthorizer', { authorizerName: 'people', authorizerFunctionArn, status: 'ACTIVE', signingDisabled: true })
})
afterAll(async () => {
  await started[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

const port = () => Number(new URL(started.iot.endpoints.alpn ?? '').port)
/** As a device that finds the name by DNS, and knows nothing but the CA. */
const found = () => ({ host: '127.0.0.1', port: port(), servername: name, ca: readFileSync(join(caDir, 'ca.pem')) })
const connect = (options: IClientOptions) => mqtt.connectAsync({ ...found(), protocol: 'mqtts', reconnectPeriod: 0, ...options })

/** One request to the one port; the status that it got. */
const send = (options: { readonly cert?: string; readonly key?: string; readonly alpn?: string }) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { alpn, ...keys } = options
    const headers = { host: `${name}:${port()}` }
    httpsRequest({
      ...found(), ...keys, method: 'POST', path: '/topics/https?qos=1', agent: false, headers,
      ...(alpn === undefined ? {} : { ALPNProtocols: [alpn] }),
    }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    }).on('error', reject).end('hello')
  })

it('has its name in the endpoints, and says that the network reaches it', () => {
  expect(started.iot.endpoints).toMatchObject({ alpn: `tls://${name}:${port()}`, mqtts: expect.stringContaining(`mqtts://${name}:`) })
  expect(started.log.find(({ event }) => event === 'reachable')).toMatchObject({
    level: 'warn', message: expect.stringContaining('0.0.0.0'),
  })
})

it('gives the CA certificate to every user, and keys to none', () => {
  expect(started.iot.caFile).toBe(join(caDir, 'ca.pem'))
  expect(readdirSync(caDir)).toEqual(['ca.pem'])
  expect([statSync(caDir).mode & 0o777, statSync(started.iot.caFile).mode & 0o777]).toEqual([0o755, 0o644])
  const kept = ['ca-key.pem', 'state.sqlite'].map((file) => statSync(join(folder, 'data', file)).mode & 0o077)
  expect([kept, statSync(join(folder, 'data')).mode & 0o077]).toEqual([[0, 0], 0])
})

it('takes MQTT by certificate with x-amzn-mqtt-ca, on the port of all', async () => {
  const { cert, key } = await provision(started.iot, 'keg-1')
  const client = await connect({ clientId: 'keg-1', cert, key, ALPNProtocols: ['x-amzn-mqtt-ca'] })
  const messages = await heard(started.iot, 'keg/1', () => client.publishAsync('keg/1', 'a beer', { qos: 1 }))
  expect(messages).toHaveLength(1)
  await client.endAsync()
})

it('lets nobody in by x-amzn-mqtt-ca without a certificate', async () => {
  const socket = connectTls({ ...found(), ALPNProtocols: ['x-amzn-mqtt-ca'] }).on('error', () => undefined)
  await new Promise((resolve) => socket.once('close', resolve))
  await until(() => started.log.some(({ event, message }) => event === 'connection-refused' && message.includes('sent no certificate')))
})

it('takes MQTT by custom authorizer with mqtt', async () => {
  const client = await connect({
    clientId: 'bob', username: 'bob?x-amz-customauthorizer-name=people', password: 'x', ALPNProtocols: ['mqtt'],
  })
  await client.publishAsync('keg/1', 'a beer', { qos: 1 })
  await client.endAsync()
})

it.each([
  ['by certificate with x-amzn-http-ca', true, 'x-amzn-http-ca', 200],
  ['by certificate with http/1.1, as on 8443', true, 'http/1.1', 200],
  ['by certificate without ALPN, as on 8443', true, undefined, 200],
  ['not without a certificate where x-amzn-http-ca asks for it', false, 'x-amzn-http-ca', 401],
  ['by signature alone without certificate and ALPN', false, undefined, 401],
])('takes HTTPS %s', async (what, hasCertificate, alpn, status) => {
  const { cert, key } = await provision(started.iot, what.replaceAll(/\W/g, '-'))
  expect(await send({ ...(hasCertificate ? { cert, key } : {}), ...(alpn === undefined ? {} : { alpn }) })).toBe(status)
})

it('takes MQTT over WebSocket without ALPN', async () => {
  const client = await mqtt.connectAsync(`wss://127.0.0.1:${port()}/mqtt`, {
    clientId: 'alice', username: 'alice?x-amz-customauthorizer-name=people', password: 'x', reconnectPeriod: 0,
    wsOptions: { ...found(), headers: { host: `${name}:${port()}` } },
  })
  await client.publishAsync('keg/1', 'a beer', { qos: 1 })
  await client.endAsync()
})

it('has no such port, and no line about the network, unless it is asked for', async () => {
  await using alone = await startIot()
  expect([alone.iot.endpoints.alpn, alone.log.some(({ event }) => event === 'reachable')]).toEqual([undefined, false])
})
