import { readFileSync } from 'node:fs'
import { connect as connectTls } from 'node:tls'
import deviceSdk from 'aws-iot-device-sdk-v2'
import mqtt, { type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kegPolicy, provision, startIot, until } from './start-iot.ts'

type Started = Awaited<ReturnType<typeof startIot>>
type Provisioned = Awaited<ReturnType<typeof provision>>

let started: Started
beforeAll(async () => {
  started = await startIot()
})
afterAll(() => started[Symbol.asyncDispose]())

const connect = ({ thingName, cert, key, ca }: Provisioned, protocolVersion: 4 | 5, options: { clientId?: string; clean?: boolean } = {}) =>
  mqtt.connectAsync(started.iot.endpoints.mqtts, { protocolVersion, clientId: thingName, cert, key, ca, reconnectPeriod: 0, ...options })
const nextMessage = (client: MqttClient) =>
  new Promise<{ topic: string; text: string }>((resolve) => client.once('message', (topic, payload) =>
    resolve({ topic, text: payload.toString() })))
/** Fails when the client gets in; resolves when its connection is closed. */
const refused = ({ cert, key, ca }: Provisioned, protocolVersion: 4 | 5, clientId: string) =>
  new Promise<void>((resolve, reject) => {
    const client = mqtt.connect(started.iot.endpoints.mqtts, { protocolVersion, clientId, cert, key, ca, reconnectPeriod: 0 })
    client.on('error', () => undefined).on('close', resolve).on('connect', () => reject(new Error(`${clientId} got in`)))
  })

describe.each([4, 5] as const)('MQTT.js, protocol version %i, mutual TLS', (protocolVersion) => {
  it('publishes, subscribes and is acknowledged', async () => {
    const thing = await provision(started.iot, `keg-js${protocolVersion}`)
    const client = await connect(thing, protocolVersion)
    await client.subscribeAsync('keg/+/+/pours', { qos: 1 })
    const message = nextMessage(client)
    await client.publishAsync('keg/berlin/k-1/pours', '{"volumeMl":300}', { qos: 1 })
    expect(await message).toEqual({ topic: 'keg/berlin/k-1/pours', text: '{"volumeMl":300}' })
    await client.endAsync()
  })
  it('is held to its policy, thing variables and all', async () => {
    const policy = kegPolicy([
      { Effect: 'Allow', Action: 'iot:Connect', Resource: 'arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}' },
      {
        Effect: 'Allow',
        Action: ['iot:Publish', 'iot:Receive'],
        Resource: 'arn:aws:iot:*:*:topic/keg/${iot:Connection.Thing.Attributes[siteId]}/${iot:Connection.Thing.ThingName}/*',
      },
    ])
    const thing = await provision(started.iot, `keg-policy${protocolVersion}`, policy, { siteId: 'berlin' })
    await refused(thing, protocolVersion, 'another')
    const client = await connect(thing, protocolVersion)
    await client.publishAsync(`keg/berlin/${thing.thingName}/pours`, 'x', { qos: 1 })
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
    const denied = client.publishAsync(`keg/munich/${thing.thingName}/pours`, 'x', { qos: 1 })
    if (protocolVersion === 5) await expect(denied).rejects.toThrow()
    else {
      denied.catch(() => undefined)
      await closed
    }
    expect(started.log.findLast(({ event }) => event === 'publish-refused')?.message)
      .toMatch(/iot:Publish on topic\/keg\/munich\/.*no statement allows it/)
    client.end(true)
  })
  it('shares a subscription with others, and sees them come and go', async () => {
    const names = ['a', 'b'].map((name) => `keg-shared${protocolVersion}-${name}`)
    const events: string[] = []
    const stop = started.iot.subscribe(`$aws/events/presence/+/${names[1] ?? ''}`, ({ topic, payload }) => {
      const { versionNumber, principalIdentifier } =
        JSON.parse(Buffer.from(payload).toString()) as { versionNumber: number; principalIdentifier: string }
      events.push(`${topic.split('/')[3] ?? ''} ${versionNumber} ${principalIdentifier}`)
    })
    const things = [await provision(started.iot, names[0] ?? ''), await provision(started.iot, names[1] ?? '')]
    const members = await Promise.all(things.map((thing) => connect(thing, protocolVersion)))
    const received: string[] = []
    for (const member of members) {
      member.on('message', (_topic, payload) => received.push(payload.toString()))
      await member.subscribeAsync('$share/group/shared/+', { qos: 1 })
    }
    const sent = Array.from({ length: 20 }, (_, at) => String(at))
    for (const text of sent) await started.iot.publish(`shared/${protocolVersion}`, text, { qos: 1 })
    await until(() => received.length >= sent.length)
    expect([...received].sort()).toEqual([...sent].sort())
    for (const member of members) await member.endAsync()
    expect(events).toEqual([`connected 0 ${things[1]?.certificateId}`, `disconnected 0 ${things[1]?.certificateId}`])
    stop()
  })
  it('goes on with its session', async () => {
    const thing = await provision(started.iot, `keg-session${protocolVersion}`)
    const session = { clean: false, properties: { sessionExpiryInterval: 600 } }
    const first = await connect(thing, protocolVersion, session)
    await first.subscribeAsync('orders', { qos: 1 })
    await first.endAsync()
    await started.iot.publish('orders', 'waited', { qos: 1 })
    const second = mqtt.connect(started.iot.endpoints.mqtts, {
      protocolVersion, clientId: thing.thingName, cert: thing.cert, key: thing.key, ca: thing.ca, reconnectPeriod: 0, ...session,
    })
    expect((await nextMessage(second)).text).toBe('waited')
    await second.endAsync()
  })
})

describe('who is let in', () => {
  const handshake = ({ key, cert }: { key?: string | undefined; cert?: string }) =>
    new Promise<void>((resolve) => {
      const { hostname, port } = new URL(started.iot.endpoints.mqtts)
      const socket = connectTls({ host: hostname, port: Number(port), ca: readFileSync(started.iot.caFile), key, cert })
      socket.on('error', () => undefined).on('close', () => resolve()).resume()
    })
  const refusals = () => started.log.filter(({ event }) => event === 'connection-refused')

  it('nobody without a certificate, and one line says so', async () => {
    const before = refusals().length
    await handshake({})
    await until(() => refusals().length > before)
    expect(refusals().slice(before).map(({ message }) => message)).toEqual(['Connection refused: the client sent no certificate.'])
  })
  it('no certificate that is not registered or not active', async () => {
    await using other = await startIot()
    const foreign = await provision(other.iot, 'foreign')
    const before = refusals().length
    await handshake(foreign)
    await until(() => refusals().length > before)
    expect(refusals().at(-1)?.message).toMatch(/is not registered/)
    const { certificatePem, keyPair } = await started.iot.call('CreateKeysAndCertificate', {})
    await handshake({ cert: certificatePem, key: keyPair.PrivateKey })
    await until(() => refusals().length > before + 1)
    expect(refusals().at(-1)?.message).toMatch(/is INACTIVE/)
  })
  it('no longer a certificate that was deactivated while it was connected', async () => {
    const thing = await provision(started.iot, 'keg-deactivated')
    const client = await connect(thing, 5)
    const gone = new Promise<{ reasonCode?: number }>((resolve) => client.once('disconnect', resolve))
    await started.iot.call('UpdateCertificate', { certificateId: thing.certificateId, newStatus: 'INACTIVE' })
    expect((await gone).reasonCode).toBe(0x87)
    await refused(thing, 5, thing.thingName)
    client.end(true)
  })
  it('and a policy that was detached allows nothing more', async () => {
    const thing = await provision(started.iot, 'keg-detached')
    const client = await connect(thing, 5)
    await client.publishAsync('a', 'x', { qos: 1 })
    await started.iot.call('DetachPolicy', { policyName: thing.policyName, target: thing.certificateArn })
    await expect(client.publishAsync('a', 'x', { qos: 1 })).rejects.toThrow()
    client.end(true)
  })
})

describe('aws-iot-device-sdk-v2, MQTT 5', () => {
  const { mqtt5, iot: iotBuilders } = deviceSdk
  it('connects, publishes and gets its shadow delta', async () => {
    const thing = await provision(started.iot, 'keg-sdk')
    const { hostname, port } = new URL(started.iot.endpoints.mqtts)
    const builder = iotBuilders.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromMemory(hostname, thing.cert, thing.key)
    builder.withCertificateAuthority(thing.ca)
    builder.withPort(Number(port))
    builder.withConnectProperties({ clientId: thing.thingName, keepAliveIntervalSeconds: 60 })
    const client = new mqtt5.Mqtt5Client(builder.build())
    const connected = new Promise<deviceSdk.mqtt5.ConnectionSuccessEvent>((resolve) => client.once('connectionSuccess', resolve))
    client.start()
    const { settings } = await connected
    expect({ maximumQos: settings.maximumQos, receiveMaximum: settings.receiveMaximumFromServer })
      .toEqual({ maximumQos: 1, receiveMaximum: 100 })

    const deltas = `$aws/things/${thing.thingName}/shadow/update/delta`
    const suback = await client.subscribe({ subscriptions: [{ topicFilter: deltas, qos: mqtt5.QoS.AtLeastOnce }] })
    expect(suback.reasonCodes).toEqual([1])
    const delta = new Promise<unknown>((resolve) => {
      client.once('messageReceived', ({ message }) => resolve(JSON.parse(Buffer.from(message.payload as ArrayBuffer).toString())))
    })
    const puback = await client.publish({
      topicName: `$aws/things/${thing.thingName}/shadow/update`, qos: mqtt5.QoS.AtLeastOnce,
      payload: JSON.stringify({ state: { desired: { celsius: 4 }, reported: { celsius: 7 } } }),
    })
    expect(puback?.reasonCode).toBe(0)
    expect(await delta).toMatchObject({ state: { celsius: 4 }, version: 1 })
    const stopped = new Promise<void>((resolve) => client.once('stopped', () => resolve()))
    client.stop()
    await stopped
    client.close()
  })
})

describe('aws-iot-device-sdk-v2, MQTT 3.1.1', () => {
  const { iot: iotBuilders, mqtt: mqtt311 } = deviceSdk
  it('connects, shares a subscription and publishes', async () => {
    const thing = await provision(started.iot, 'keg-sdk311')
    const { hostname, port } = new URL(started.iot.endpoints.mqtts)
    const config = iotBuilders.AwsIotMqttConnectionConfigBuilder.new_mtls_builder(thing.cert, thing.key)
      .with_certificate_authority(thing.ca)
      .with_endpoint(hostname)
      .with_port(Number(port))
      .with_client_id(thing.thingName)
      .with_clean_session(true)
      .build()
    const connection = new mqtt311.MqttClient().new_connection(config)
    await connection.connect()
    const message = Promise.withResolvers<string>()
    await connection.subscribe('$share/group/sdk/+', mqtt311.QoS.AtLeastOnce, (topic) => message.resolve(topic))
    await connection.publish('sdk/ready', 'x', mqtt311.QoS.AtLeastOnce)
    expect(await message.promise).toBe('sdk/ready')
    await connection.disconnect()
  })
})
