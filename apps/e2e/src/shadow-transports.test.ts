import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { createShadowClient, type SubscribingTransport } from '@keg/shadow-client'
import { deviceSdkTransport } from '@keg/shadow-client/device-sdk'
import { httpTransport } from '@keg/shadow-client/http'
import { mqttJsTransport } from '@keg/shadow-client/mqttjs'
import { requestSuite, transportSuite } from '@keg/shadow-client/testing'
import deviceSdk from 'aws-iot-device-sdk-v2'
import mqtt from 'mqtt'
import { readFileSync } from 'node:fs'
import { Agent } from 'node:https'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layLine, type CuttableLine } from '@keg/system'

// The suites of @keg/shadow-client over real clients, to AWS IoT Core on this machine.

const ANYTHING = policy([{ Effect: 'Allow', Action: 'iot:*', Resource: '*' }])
let iot: LocalIot
let identity: { readonly cert: string; readonly key: string; readonly ca: string }
let things = 0

beforeAll(async () => {
  const allow = {
    isAuthenticated: true, principalId: 'page', disconnectAfterInSeconds: 3600, refreshAfterInSeconds: 300, policyDocuments: [ANYTHING],
  }
  iot = await createLocalIot({ invokeFunction: () => Promise.resolve(allow) })
  const authorizerFunctionArn = `arn:aws:lambda:${iot.region}:${iot.accountId}:function:authorize`
  await iot.call('CreateAuthorizer', { authorizerName: 'people', authorizerFunctionArn, status: 'ACTIVE', signingDisabled: true })
  identity = await certify('anything', ANYTHING)
})
afterAll(() => iot.close())

function policy(statements: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements })
}

/** A certificate that may do what the policy says. */
async function certify(policyName: string, policyDocument: string) {
  const { certificateArn, certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await iot.call('CreatePolicy', { policyName, policyDocument })
  await iot.call('AttachPolicy', { policyName, target: certificateArn })
  return { cert: certificatePem, key: keyPair.PrivateKey ?? '', ca: readFileSync(iot.caFile, 'utf8') }
}

interface Connected {
  readonly transport: SubscribingTransport
  close(): Promise<void>
}
type Connect = (port: number, clientId: string, who?: typeof identity) => Promise<Connected>

type Builder = ReturnType<typeof deviceSdk.iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromMemory>

const overSdk = (builderFor: (who: typeof identity) => Builder): Connect => async (port, clientId, who = identity) => {
  const config = builderFor(who)
    .withCertificateAuthority(who.ca)
    .withPort(port)
    .withConnectProperties({ clientId, keepAliveIntervalSeconds: 60 })
    .withOfflineQueueBehavior(deviceSdk.mqtt5.ClientOperationQueueBehavior.FailAllOnDisconnect)
    .withMinReconnectDelayMs(10)
    .withMaxReconnectDelayMs(20)
    .build()
  const client = new deviceSdk.mqtt5.Mqtt5Client(config)
  const transport = deviceSdkTransport(client)
  const connected = new Promise((resolve) => client.once('connectionSuccess', resolve))
  client.start()
  await connected
  return {
    transport,
    async close() {
      const stopped = new Promise((resolve) => client.once('stopped', resolve))
      client.stop()
      await stopped
      client.close()
    },
  }
}

const { AwsIotMqtt5ClientConfigBuilder: Builders } = deviceSdk.iot
const overSdkMqtt5 = overSdk(({ cert, key }) => Builders.newDirectMqttBuilderWithMtlsFromMemory('localhost', cert, key))
const overSdkSigned = overSdk(() => {
  const { region, credentials: { accessKeyId, secretAccessKey } } = iot
  return Builders.newWebsocketMqttBuilderWithSigv4Auth('localhost', {
    region, credentialsProvider: deviceSdk.auth.AwsCredentialsProvider.newStatic(accessKeyId, secretAccessKey),
  })
})

const overSdkMqtt311: Connect = async (port, clientId, { cert, key, ca } = identity) => {
  const config = deviceSdk.iot.AwsIotMqttConnectionConfigBuilder.new_mtls_builder(cert, key)
    .with_certificate_authority(ca)
    .with_endpoint('localhost')
    .with_port(port)
    .with_client_id(clientId)
    .with_clean_session(true)
    .with_reconnect_min_sec(1)
    .with_reconnect_max_sec(1)
    .build()
  const connection = new deviceSdk.mqtt.MqttClient().new_connection(config)
  // Without a listener an error event is thrown.
  connection.on('error', () => undefined)
  const transport = deviceSdkTransport(connection)
  await connection.connect()
  return { transport, close: () => connection.disconnect() }
}

const overMqttJs = (protocolVersion: 4 | 5, scheme: 'mqtts' | 'ws'): Connect => async (port, clientId, who = identity) => {
  const admission = scheme === 'mqtts' ? who : { username: 'page?x-amz-customauthorizer-name=people', password: 'any' }
  const client = mqtt.connect(`${scheme}://localhost:${port}/mqtt`, { ...admission, protocolVersion, clientId, reconnectPeriod: 10 })
  client.on('error', () => undefined)
  const transport = mqttJsTransport(client)
  await new Promise((resolve) => client.once('connect', resolve))
  return { transport, close: () => client.endAsync(true) }
}

const portOf = (url: string) => Number(new URL(url).port)

const transports: readonly { readonly name: string; readonly connect: Connect; readonly endpoint: 'mqtts' | 'ws' | 'wss' }[] = [
  { name: 'device SDK, MQTT 5, mutual TLS', connect: overSdkMqtt5, endpoint: 'mqtts' },
  { name: 'device SDK, MQTT 3.1.1, mutual TLS', connect: overSdkMqtt311, endpoint: 'mqtts' },
  { name: 'device SDK, MQTT 5, WebSocket signed with SigV4', connect: overSdkSigned, endpoint: 'wss' },
  { name: 'MQTT.js, MQTT 5, mutual TLS', connect: overMqttJs(5, 'mqtts'), endpoint: 'mqtts' },
  { name: 'MQTT.js, MQTT 3.1.1, mutual TLS', connect: overMqttJs(4, 'mqtts'), endpoint: 'mqtts' },
  { name: 'MQTT.js, MQTT 5, WebSocket', connect: overMqttJs(5, 'ws'), endpoint: 'ws' },
  { name: 'MQTT.js, MQTT 3.1.1, WebSocket', connect: overMqttJs(4, 'ws'), endpoint: 'ws' },
]

for (const { name, connect, endpoint } of transports) {
  transportSuite(name, async () => {
    const thingName = `keg-${(things += 1)}`
    const port = portOf(iot.endpoints[endpoint])
    const line: CuttableLine = await layLine(port)
    const device = await connect(line.port, thingName)
    const app = await connect(port, `${thingName}-app`)
    return {
      thingName,
      device: device.transport,
      app: app.transport,
      setConnected: line.setConnected,
      async close() {
        line.setConnected(true)
        await Promise.all([device.close(), app.close()])
        await line.close()
      },
    }
  })
}

requestSuite('HTTPS data plane', () => {
  const { region, credentials, caFile, endpoints } = iot
  const connect = () =>
    new IoTDataPlaneClient({
      endpoint: endpoints.https, region, credentials, maxAttempts: 1,
      requestHandler: { httpsAgent: new Agent({ ca: readFileSync(caFile), keepAlive: true }) },
    })
  const [device, app] = [connect(), connect()]
  return {
    thingName: `keg-${(things += 1)}`,
    device: httpTransport(device),
    app: httpTransport(app),
    close() {
      device.destroy()
      app.destroy()
    },
  }
})

describe('a policy that forbids the shadow', () => {
  it.each([
    { name: 'device SDK, MQTT 5', connect: overSdkMqtt5 },
    { name: 'MQTT.js, MQTT 5', connect: overMqttJs(5, 'mqtts') },
  ])('$name: says so', async ({ name, connect }) => {
    const stranger = await certify(
      `connect-only-${name.replace(/\W/g, '')}`, policy([{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }]),
    )
    const { transport, close } = await connect(portOf(iot.endpoints.mqtts), `stranger-${name.length}`, stranger)
    const client = createShadowClient({ thingName: 'keg-1', transport })
    await expect(client.get()).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await client.close()
    await close()
  })
  it('HTTPS: nobody with a wrong signature, and no answer where nobody listens', async () => {
    const { region, endpoints, caFile } = iot
    const wrong = { accessKeyId: 'AKIANOBODY', secretAccessKey: 'guess' }
    const options = { region, credentials: wrong, maxAttempts: 1, requestHandler: { httpsAgent: new Agent({ ca: readFileSync(caFile) }) } }
    const client = (endpoint: string) =>
      createShadowClient({ thingName: 'keg-1', transport: httpTransport(new IoTDataPlaneClient({ ...options, endpoint })) })
    await expect(client(endpoints.https).get()).rejects.toMatchObject({ code: 'FORBIDDEN', status: 403 })
    const line = await layLine(1)
    await line.close()
    await expect(client(`https://localhost:${line.port}`).get()).rejects.toMatchObject({ code: 'DISCONNECTED' })
  })
})
