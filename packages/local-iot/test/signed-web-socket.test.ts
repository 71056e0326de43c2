import deviceSdk from 'aws-iot-device-sdk-v2'
import mqtt from 'mqtt'
import { createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { until, useIot } from './start-iot.ts'

const { auth, iot: sdkIot, mqtt5 } = deviceSdk
const started = useIot()

it('lets the device SDK in over wss, signed with SigV4', async () => {
  const { iot } = started
  const { hostname, port } = new URL(iot.endpoints.wss)
  const { accessKeyId, secretAccessKey } = iot.credentials
  const config = sdkIot.AwsIotMqtt5ClientConfigBuilder.newWebsocketMqttBuilderWithSigv4Auth(hostname, {
    region: iot.region,
    credentialsProvider: auth.AwsCredentialsProvider.newStatic(accessKeyId, secretAccessKey),
  })
    .withPort(Number(port))
    .withCertificateAuthorityFromPath(undefined, iot.caFile)
    .withConnectProperties({ clientId: 'page-sdk', keepAliveIntervalSeconds: 60 })
    .build()
  const client = new mqtt5.Mqtt5Client(config)
  const connected = new Promise<void>((resolve, reject) => {
    client.once('connectionSuccess', () => resolve())
    client.once('connectionFailure', ({ error }) => reject(new Error(String(error))))
  })
  client.start()
  await connected
  const message = new Promise<string>((resolve) => iot.subscribe('keg/orders', ({ payload }) => resolve(Buffer.from(payload).toString())))
  await client.publish({ topicName: 'keg/orders', payload: 'a beer', qos: mqtt5.QoS.AtLeastOnce })
  expect(await message).toBe('a beer')
  const stopped = new Promise<void>((resolve) => client.once('stopped', () => resolve()))
  client.stop()
  await stopped
  client.close()
})

/** A presigned URL as the guide builds it: the host without a port, the session token appended after signing. */
function presigned(endpoint: string, options: { secret?: string; accessKeyId?: string; ageMs?: number; token?: string } = {}): string {
  const { credentials, region } = started.iot
  const { secret = credentials.secretAccessKey, accessKeyId = credentials.accessKeyId, ageMs = 0, token } = options
  const time = new Date(Date.now() - ageMs).toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = [time.slice(0, 8), region, 'iotdevicegateway', 'aws4_request']
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256', 'X-Amz-Credential': [accessKeyId, ...scope].join('/'), 'X-Amz-Date': time,
    'X-Amz-SignedHeaders': 'host',
  })
  const url = new URL(endpoint)
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const canonical = ['GET', '/mqtt', query.toString(), `host:${url.hostname}`, '', 'host', sha256('')].join('\n')
  const key = scope.reduce<Buffer | string>((kept, part) => createHmac('sha256', kept).update(part).digest(), `AWS4${secret}`)
  query.set(
    'X-Amz-Signature',
    createHmac('sha256', key).update(['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n')).digest('hex'),
  )
  if (token !== undefined) query.set('X-Amz-Security-Token', token)
  return `${endpoint}?${query}`
}

const connect = (url: string) => mqtt.connectAsync(url, { clientId: 'page-url', reconnectPeriod: 0, ca: readFileSync(started.iot.caFile) })

describe('a presigned URL', () => {
  it.each(['ws', 'wss'] as const)('opens %s', async (endpoint) => {
    await (await connect(presigned(started.iot.endpoints[endpoint]))).endAsync()
    await (await connect(presigned(started.iot.endpoints[endpoint], { token: 'appended+later' }))).endAsync()
  })

  it.each<[string, Parameters<typeof presigned>[1], RegExp]>([
    ['is signed with another secret', { secret: 'guess' }, /signature we calculated does not match/],
    ['names a key that nobody has', { accessKeyId: 'AKIANOBODY' }, /AKIANOBODY is not known/],
    ['is an hour old', { ageMs: 3_600_000 }, /Signature expired/],
  ])('that %s is refused, and the log says why', async (_, options, why) => {
    const before = started.log.length
    const client = mqtt.connect(presigned(started.iot.endpoints.ws, options), { reconnectPeriod: 0 })
    client.on('error', () => undefined)
    await until(() => started.log.slice(before).some(({ message }) => why.test(message)))
    client.end(true)
  })

  it('that is not whole is refused', async () => {
    const before = started.log.length
    const client = mqtt.connect(`${started.iot.endpoints.ws}?X-Amz-Algorithm=AWS4-HMAC-SHA256`, { reconnectPeriod: 0 })
    client.on('error', () => undefined)
    await until(() => started.log.slice(before).some(({ message }) => /not presigned/.test(message)))
    client.end(true)
  })
})
