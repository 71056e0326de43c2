import deviceSdk from 'aws-iot-device-sdk-v2'
import type { mqtt5 } from 'aws-iot-device-sdk-v2'
import type { Uplink } from '../keg.ts'

// The device SDK is CommonJS: its names come from its default export.
const { iot, mqtt5: sdk } = deviceSdk

/** Where the broker is, and as whom to connect. */
export interface BrokerOptions {
  readonly host: string
  readonly port: number
  readonly caFile: string
  readonly certificateFile: string
  readonly privateKeyFile: string
  /** On AWS IoT the thing's name, so that policies know the thing. */
  readonly clientId: string
}

/** A connection that comes back by itself: MQTT 5 over mutual TLS. */
export interface Broker {
  readonly client: mqtt5.Mqtt5Client
  readonly uplink: Uplink
  /** Calls `handler` at each connection, and with the reason at each loss or failed attempt. */
  onConnection(handler: (connected: boolean, reason: string) => void): void
  start(): void
  close(): Promise<void>
}

const SESSION_EXPIRY_SEC = 3_600

/** Prepares a connection; `start` begins it. */
export function createBroker(options: BrokerOptions): Broker {
  const builder = iot.AwsIotMqtt5ClientConfigBuilder.newDirectMqttBuilderWithMtlsFromPath(options.host, options.certificateFile, options.privateKeyFile)
  const config = builder
    .withCertificateAuthorityFromPath(undefined, options.caFile)
    .withPort(options.port)
    .withConnectProperties({ clientId: options.clientId, keepAliveIntervalSeconds: 60, sessionExpiryIntervalSeconds: SESSION_EXPIRY_SEC })
    .withSessionBehavior(sdk.ClientSessionBehavior.RejoinPostSuccess)
    // The outbox sends again by itself; a second queue inside the SDK would only hide what is not acknowledged.
    .withOfflineQueueBehavior(sdk.ClientOperationQueueBehavior.FailAllOnDisconnect)
    .withMinReconnectDelayMs(200)
    .withMaxReconnectDelayMs(10_000)
    .withAckTimeoutSeconds(20)
    .build()
  const client = new sdk.Mqtt5Client(config)
  let connected = false
  const handlers: ((connected: boolean, reason: string) => void)[] = []
  const tell = (now: boolean, reason: string) => {
    connected = now
    for (const handler of handlers) handler(now, reason)
  }
  client.on('connectionSuccess', () => tell(true, 'connected'))
  client.on('connectionFailure', ({ error, connack }) => tell(false, connack?.reasonString ?? String(error)))
  client.on('disconnection', ({ error, disconnect }) => tell(false, disconnect?.reasonString ?? String(error)))
  return {
    client,
    uplink: {
      get connected() {
        return connected
      },
      publish: (topicName, payload, qos) => publish(client, topicName, payload, qos),
    },
    onConnection: (handler) => handlers.push(handler),
    start: () => client.start(),
    close: () => stop(client),
  }
}

async function publish(client: mqtt5.Mqtt5Client, topicName: string, payload: Uint8Array, qos: 0 | 1): Promise<void> {
  const answer = await client.publish({ topicName, payload, qos: qos === 1 ? sdk.QoS.AtLeastOnce : sdk.QoS.AtMostOnce })
  // A PUBACK from 0x80 up is a refusal (MQTT 5, 3.4.2.1); QoS 0 has no answer.
  if (answer && answer.reasonCode >= 0x80) throw new Error(`the broker refused ${topicName}: ${answer.reasonString ?? `reason code ${answer.reasonCode}`}`)
}

function stop(client: mqtt5.Mqtt5Client): Promise<void> {
  return new Promise((resolve) => {
    client.once('stopped', () => {
      client.close()
      resolve()
    })
    client.stop({ reasonCode: sdk.DisconnectReasonCode.NormalDisconnection })
  })
}
